/* eslint-disable @typescript-eslint/explicit-module-boundary-types -- the inferred shape is what the compiler compares with the domain */
import { z } from 'zod';
import { code, distinctIds, documentRef, id, instant, localDate, nothing, sha256 } from './wire-values.schema';

/** Payloads of the stage `review`: the formal check and the experts. */
export function reviewPayloads<T extends z.ZodType>(text: T) {
  return {
    AssignOfficer: z.strictObject({ officerId: id }),
    RecordCheckItem: z.strictObject({
      code,
      verdict: z.enum(['pass', 'fail', 'not-applicable']),
      reasonCode: code.exactOptional(),
      note: text.exactOptional(),
    }),
    AcceptApplication: nothing,
    ReturnForCorrection: z.strictObject({
      items: z
        .array(z.strictObject({ target: code, reasonCode: code, defect: text }))
        .min(1)
        .max(200),
    }),
    ResubmitCorrection: z.strictObject({ draftVersion: z.number().int().positive(), draftHash: sha256 }),
    ProposeExperts: z.strictObject({ experts: distinctIds(1, 30) }),
    InviteExpert: z.strictObject({ expertId: id }),
    AcceptInvitation: nothing,
    DeclareNoConflict: nothing,
    SubmitScores: z.strictObject({
      halfPoints: z.record(code, z.number().int().min(0).max(200)),
      comments: z.record(code, text),
      strengths: text,
      weaknesses: text,
    }),
    ScheduleDefence: z.strictObject({ at: instant, minutes: z.number().int().min(5).max(480), place: text }),
    RecordDefence: z.strictObject({ heldOn: localDate, present: distinctIds(1, 60), record: documentRef }),
  };
}
