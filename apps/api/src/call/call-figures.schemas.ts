import { z } from 'zod';
import { arithmetic } from '../project/project-detail.schemas';

const count = z.number().int();
const id = z.uuid();

/** How applications come in. */
export const callIntake = z
  .object({
    states: z.array(z.object({ stage: z.string(), subState: z.string(), outcome: z.string().nullable(), count })),
    handedIn: z.array(z.object({ country: z.string(), count })),
    days: z.array(z.object({ on: z.string(), count })).meta({ description: 'First hand-ins per day of Beijing' }),
    nearlyComplete: count.nullable().meta({
      description: 'Drafts with more than 80 % of the required fields; for the Secretariat, before closing. Their content stays sealed',
    }),
  })
  .meta({ id: 'CallIntake' });

/** Progress of the formal check per officer. */
export const callCheck = z
  .object({
    officers: z.array(
      z.object({
        officerId: id.nullable(),
        officerName: z.string().nullable(),
        done: count,
        waiting: count,
        returned: count,
        late: count.meta({ description: 'Of those that wait, how many wait longer than the officer has' }),
      }),
    ),
  })
  .meta({ id: 'CallCheck' });

/** Progress of the experts; how anybody scored is not told. */
export const callExperts = z
  .object({
    experts: z.array(
      z.object({
        expertId: id,
        name: z.string().nullable(),
        country: z.string().nullable(),
        invited: count,
        accepted: count,
        declared: count,
        scored: count,
        late: count,
        left: count,
      }),
    ),
    files: z.object({ total: count, complete: count, short: count, divergent: count }).meta({
      description:
        'Accepted files in review: with a full panel of sheets, with too few sheets to be ranked, with sheets that lie too far apart',
    }),
    attention: z
      .array(
        z.object({
          projectId: id,
          reference: z.string(),
          sheets: count,
          panel: count,
          invited: count,
          lowest: z.number().nullable(),
          highest: z.number().nullable(),
          divergent: z.boolean(),
        }),
      )
      .meta({ description: 'The first files that are short of sheets or divergent; totals in half points' }),
  })
  .meta({ id: 'CallExperts' });

/** The slowest path from closing to the last sheet. */
export const callReviewTime = z
  .object({
    closesOn: z.string(),
    steps: z.array(
      z.object({ step: z.enum(['check', 'correction', 'second-check', 'scoring']), policyKey: z.string(), because: arithmetic }),
    ),
    until: z.string().meta({ description: 'Last day of the month in which check and review should end' }),
    workingDaysOver: count.meta({ description: 'Working days by which the slowest path leaves that month' }),
  })
  .meta({ id: 'CallReviewTime' });

const file = z.object({ projectId: id, reference: z.string() });

/** Demonstration centres and files that look alike. */
export const callWarnings = z
  .object({
    centres: z.array(
      z.object({
        country: z.string(),
        holder: file.extend({ reference: z.string().nullable(), callCode: z.string(), stage: z.string() }).nullable(),
        candidates: z.array(file),
      }),
    ),
    alike: z.array(
      z.object({
        likeness: z.enum(['lead+host+field', 'country+field', 'site', 'title']),
        hostCountry: z.string().nullable(),
        fieldCode: z.string().nullable(),
        count,
        files: z.array(file.extend({ active: z.boolean().meta({ description: 'Announced and not closed' }) })),
      }),
    ),
  })
  .meta({ id: 'CallWarnings' });
