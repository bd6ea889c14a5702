import { z } from 'zod';
import { code, id, nothing } from './wire-values.schema';

/** A step that can be left out or done once more. */
const step = z.string().regex(/^(defence|report\/\d{4})$/);

/** Payloads of what may be asked at any time. */
export const controlPayloads = {
  Hold: z.strictObject({ kind: z.enum(['hold', 'suspension']), reasonCode: code }),
  Resume: nothing,
  Rewind: z.strictObject({ toSubState: z.enum(['checking', 'scoring', 'drafting', 'building']) }),
  UndoRewind: nothing,
  Skip: z.strictObject({ step }),
  Redo: z.strictObject({ step }),
  ReplaceContact: z.strictObject({ personId: id, byPersonId: id }),
  AdoptPolicy: z.strictObject({ version: z.int().min(1).max(1_000_000) }),
  ConfirmProposal: z.strictObject({ proposalId: code }),
  RejectProposal: z.strictObject({ proposalId: code }),
  Wake: nothing,
  Sync: nothing,
  Replan: nothing,
  RecordDelivery: z.strictObject({
    personId: id,
    notificationKey: z.string().max(300),
    result: z.enum(['permanent-failure', 'delivered']),
  }),
};
