import { wire } from '@app/workflows';
import { z } from 'zod';
import { allowedCommand } from '../project/allowed-command.schemas';
import { namesAnswer } from '../project/project-detail.schemas';

const instant = z.string().meta({ format: 'date-time' });

/** A call in the list. */
export const callLine = z
  .object({
    id: z.uuid(),
    rev: z.number().int(),
    code: z.string(),
    programme: z.string(),
    year: z.number().int(),
    subState: z.string(),
    opensAt: instant,
    closesAt: instant,
    policyVersion: z.number().int(),
    applications: z.number().int(),
    noticeEndsAt: instant.nullable(),
    announcedOn: z.string().nullable(),
    closed: z.boolean(),
    updatedAt: instant,
  })
  .meta({ id: 'CallLine' });

/** All calls the reader may see. */
export const callList = z.object({ items: z.array(callLine) }).meta({ id: 'Calls' });

const ranked = z.object({
  projectId: z.uuid(),
  applicationRef: z.string(),
  rank: z.number().int(),
  sumHalfPoints: z.number(),
  count: z.number(),
  hostCountry: z.string(),
  fieldCode: z.string(),
  centreCandidate: z.boolean(),
  list: z.string(),
  tieBrokenBy: z.array(z.string()),
});

const decided = z.object({
  projectId: z.uuid(),
  decision: z.enum(['approve', 'reserve', 'reject']),
  asCentre: z.boolean(),
  hostCountry: z.string(),
  deviates: z.boolean(),
  projectRef: z.string().optional(),
});

/** Title and paragraphs of a public notice in one language. */
export const noticeBody = z
  .strictObject({ title: wire.line(300), paragraphs: z.array(wire.lines(10_000)).min(1).max(200) })
  .meta({ id: 'CallNotice' });

const parityFindings = z.array(
  z.object({ kind: z.enum(['phone', 'mail', 'year', 'number']), onlyIn: z.enum(['zh', 'en']), value: z.string() }),
);

/** A notice, and facts that one language states and the other does not. */
export const noticeSaved = z.object({ findings: parityFindings }).meta({ id: 'NoticeSaved' });

/** Whether the long lists of a call are wanted too. */
export const callQuery = z.strictObject({
  lists: z.enum(['true', 'false']).optional().meta({
    description: '`false` leaves out the applications and the lines of ranking, batch and decision, which pages read piece by piece',
  }),
});

/** A call as this reader may see it; ranking and proposal are for the Secretariat, the council and the panel. */
export const callDetail = z
  .object({
    id: z.uuid(),
    rev: z.number().int(),
    now: instant,
    code: z.string(),
    programme: z.string(),
    year: z.number().int(),
    policyVersion: z.number().int(),
    subState: z.string(),
    since: instant,
    createdBy: z.uuid(),
    opensAt: instant,
    closesAt: instant,
    publishedAt: instant.optional(),
    applications: z.array(z.uuid()),
    applicationCount: z.number().int(),
    ranking: z.array(ranked).optional(),
    proposal: z.object({ lines: z.array(ranked), preparedAt: instant }).optional(),
    decision: z.object({ lines: z.array(decided), decidedAt: instant, decidedOn: z.string() }).optional(),
    noticeStartedOn: z.string().optional(),
    noticeEndsAt: instant.optional(),
    noticeEnded: z.boolean().optional(),
    announcedOn: z.string().optional(),
    freePlaces: z.number().int(),
    proposals: z.array(
      z.object({
        proposalId: z.string(),
        commandType: z.string(),
        payload: z.unknown(),
        proposedBy: z.string(),
        proposedAt: instant,
        reason: z.object({ textId: z.string(), sha256: z.string() }).optional(),
        lapsesAt: instant,
      }),
    ),
    notices: z.array(z.object({ language: z.string(), content: z.object({ title: z.string(), paragraphs: z.array(z.string()) }) })),
    noticeFindings: parityFindings
      .optional()
      .meta({ description: 'Facts that one language version of the notice states and the other does not; for the Secretariat' }),
    commands: z.array(allowedCommand),
    ...namesAnswer,
  })
  .meta({ id: 'CallDetail' });
