import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });
const localDate = z.string().meta({ format: 'date' });
const textRef = z.object({ textId: z.uuid(), sha256: z.string() });
const documentRef = z.object({ documentId: z.uuid(), sha256: z.string() });

/** An amendment or a correction, as it was asked for and what became of it. */
const changeSet = z
  .object({
    changeId: z.uuid(),
    no: z.string().meta({ description: 'Number within the project: A1 for an amendment, C1 for a correction' }),
    kind: z.enum(['amendment', 'correction']),
    types: z.array(z.string()),
    items: z.array(
      z.object({
        path: z.string(),
        old: z.string().meta({ description: 'A text by its id; “-” where no amendment had set one' }),
        new: z.string(),
        text: textRef.optional(),
        oldText: textRef.optional(),
      }),
    ),
    effectiveOn: localDate.optional(),
    document: documentRef.optional(),
    note: textRef,
    state: z.enum(['proposed', 'returned', 'approved', 'rejected', 'cancelled', 'lapsed', 'in-effect']),
    proposedBy: z.string(),
    proposedAt: instant,
    decidedBy: z.string().optional(),
    decidedAt: instant.optional(),
    decision: textRef.optional(),
    minutes: documentRef.optional(),
    signatories: z.array(z.string()),
    signatures: z.array(
      z.object({
        organizationId: z.string(),
        personId: z.string(),
        capacity: z.string(),
        signedOn: localDate,
        place: textRef,
        document: documentRef,
      }),
    ),
    effectOn: localDate.optional(),
    tookEffectAt: instant.optional(),
    lapsedFor: z.string().optional(),
    inverseOf: z.string().optional(),
    cannotTakeBack: z
      .array(z.object({ kind: z.string(), on: localDate }))
      .optional()
      .meta({ description: 'Mails about the change that is taken back, which have left' }),
  })
  .meta({ id: 'ChangeSet' });

/** A value that the reader may ask to change, with the reason where not now. */
const changeable = z
  .object({
    path: z.string(),
    kind: z.enum(['amendment', 'correction']),
    type: z.string().optional(),
    input: z.enum(['date', 'months', 'person', 'yes-no', 'line', 'text', 'amount', 'partner-in', 'partner-out', 'lead']),
    value: z.string(),
    why: z.string().optional(),
    sentence: z.string().optional(),
  })
  .meta({ id: 'ChangeableField' });

/** What a project's page tells of its changes. */
export const changesAnswer = {
  applied: z
    .object({
      titleZh: z.string().nullable(),
      titleEn: z.string().nullable(),
      site: z.string().nullable(),
      equipment: z.string().nullable(),
      indicators: z.string().nullable(),
      budgetCny: z.string().nullable(),
    })
    .optional()
    .meta({ description: 'What the application itself says where amendments may put another value' }),
  amended: z
    .object({
      titleZh: textRef.optional(),
      titleEn: textRef.optional(),
      scope: textRef.optional(),
      site: textRef.optional(),
      equipment: textRef.optional(),
      indicators: textRef.optional(),
      budgetCny: z.string().optional(),
      endsEarlyOn: localDate.optional(),
    })
    .optional()
    .meta({ description: 'What amendments have put in place of the application’s own' }),
  changes: z.array(changeSet).optional().meta({ description: 'Amendments and corrections that were asked for' }),
  changeable: z
    .array(changeable)
    .optional()
    .meta({ description: 'What the reader may ask to change, with the reason where not now; left out for whoever may ask nothing' }),
};
