import { z } from 'zod';
import { code, localDate } from './wire-values.schema';

const aimed = { rule: code, object: z.string().regex(/^(-|[A-Za-z0-9][A-Za-z0-9_.:/[\]-]{0,119})$/) };
/** A step of the ladder: how many days before, after or into a period, and its level. */
const step = z.string().regex(/^[a-z+][A-Za-z0-9+.-]{0,59}$/);

/** Payloads of what the Secretariat may do to planned mails. */
export const planningPayloads = {
  SkipOccurrence: z.strictObject({ ...aimed, step, series: z.number().int().min(1) }),
  SendNow: z.strictObject({ ...aimed, step: step.exactOptional() }),
  Snooze: z.strictObject({ ...aimed, workingDays: z.number().int().min(1).max(100) }),
  ChangeDeadline: z.strictObject({ ...aimed, dueOn: localDate }),
  PauseSeries: z.strictObject(aimed),
  ResumeSeries: z.strictObject(aimed),
  UndoIntervention: z.strictObject({ interventionId: z.uuid() }),
};
