import { z } from 'zod';
import { code, instant, localDate } from './wire-values.schema';

/** Payloads of the stage `approval`; all come from the call. */
export const approvalPayloads = {
  RecordRank: z.strictObject({
    rank: z.number().int().positive(),
    sumHalfPoints: z.number().int().nonnegative(),
    count: z.number().int().nonnegative(),
    list: z.enum(['A', 'B', 'C', 'D']),
  }),
  ProposeProject: z.strictObject({ decidedAt: instant, asCentre: z.boolean() }),
  PlaceOnReserve: z.strictObject({ decidedAt: instant, order: z.number().int().positive() }),
  RejectProject: z.strictObject({ decidedAt: instant, list: z.enum(['C', 'D']) }),
  StartNotice: z.strictObject({ startedOn: localDate, endsAt: instant }),
  EndNotice: z.strictObject({ endedAt: instant }),
  AnnounceDecision: z.strictObject({ announcedAt: instant, announcedOn: localDate, projectRef: code.exactOptional() }),
};
