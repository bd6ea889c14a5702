import { z } from 'zod';

const count = z.number().int();
const id = z.uuid();
const score = z.object({ sumHalfPoints: count, count });

/** Which part of the ranking is asked for. */
export const rankingQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(1_000_000).optional().meta({ description: 'Rank of the last line of the page before' }),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});

const rankedLine = z
  .object({
    projectId: id,
    reference: z.string(),
    projectRef: z.string().nullable(),
    rank: count,
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    leadZh: z.string().nullable(),
    leadEn: z.string().nullable(),
    hostCountry: z.string(),
    fieldCode: z.string(),
    centreCandidate: z.boolean(),
    score: score.meta({ description: 'The exact mean in half points, as a fraction' }),
    list: z.string(),
    sheets: count,
    lowest: count.nullable().meta({ description: 'Lowest total of a valid sheet, in half points' }),
    highest: count.nullable(),
    divergent: z.boolean(),
    trimmed: z.boolean(),
    fundable: z.boolean(),
    centreFit: z.boolean(),
    tie: z
      .object({
        before: z.array(z.string()),
        after: z.array(z.string()),
        by: z.array(z.string()),
        values: z.record(z.string(), score).meta({ description: 'What the steps of the tie order compare, of this file' }),
      })
      .nullable(),
    decision: z.enum(['approve', 'reserve', 'reject']).nullable(),
    deviates: z.boolean(),
    asCentre: z.boolean(),
    stage: z.string(),
    subState: z.string(),
    held: z.string().nullable(),
  })
  .meta({ id: 'RankedFile' });

/** One page of the ranking with the lines that are drawn through it. */
export const callRanking = z
  .object({
    fixed: z.boolean(),
    total: count,
    lists: z.record(z.string(), count),
    cuts: z.object({ recommended: count.nullable(), fundable: count.nullable() }),
    places: count,
    capPerHostCountry: count,
    reserveSize: count,
    fundableFrom: z.number(),
    centreFrom: z.number(),
    divergenceRange: z.number(),
    items: z.array(rankedLine),
    next: count.nullable(),
  })
  .meta({ id: 'CallRanking' });

/** The council's decision on the batch: quorum, vote, departures from the ranking. */
export const callDecision = z
  .object({
    preparedAt: z.string().nullable(),
    lines: count,
    council: z.object({
      members: count,
      chairs: count,
      moreThan: z.string().meta({ description: 'Share of the members that must be exceeded' }),
    }),
    session: z
      .object({
        present: z.array(z.object({ personId: z.string(), name: z.string() })),
        votesFor: count,
        votesAgainst: count,
        decidedOn: z.string(),
        reason: z.string().nullable(),
      })
      .nullable(),
    decisions: z.record(z.string(), count),
    deviations: z.array(
      z.object({ projectId: id, reference: z.string(), rank: count, suggested: z.string(), decision: z.string(), hostCountry: z.string() }),
    ),
  })
  .meta({ id: 'CallDecision' });

/** The public notice as it is posted, the announcement and the reserve. */
export const callOutcome = z
  .object({
    notice: z.array(
      z.object({
        number: z.string(),
        titleZh: z.string().nullable(),
        titleEn: z.string().nullable(),
        leadZh: z.string().nullable(),
        leadEn: z.string().nullable(),
        hostCountry: z.string().nullable(),
        hostZh: z.string().nullable(),
        hostEn: z.string().nullable(),
        partners: z.array(z.object({ zh: z.string(), en: z.string() })),
        type: z.string().nullable(),
      }),
    ),
    announced: z.array(z.object({ projectId: id, projectRef: z.string(), hostCountry: z.string(), asCentre: z.boolean() })),
    waiting: z
      .array(z.object({ projectId: id, reference: z.string() }))
      .meta({ description: 'Approved, but held back from the announcement' }),
    reserve: z.array(
      z.object({
        order: count,
        projectId: id,
        reference: z.string(),
        subState: z.string(),
        outcome: z.string().nullable(),
        hostCountry: z.string().nullable(),
        validUntil: z.string().nullable(),
      }),
    ),
    freePlaces: count,
  })
  .meta({ id: 'CallOutcome' });
