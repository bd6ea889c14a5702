/* eslint-disable @typescript-eslint/explicit-module-boundary-types -- the inferred shape is what the compiler compares with the domain */
import { z } from 'zod';
import { code, distinctIds, documentRef, id, localDate } from './wire-values.schema';

/** Payloads of the stage `construction`. */
export function constructionPayloads<T extends z.ZodType>(text: T) {
  return {
    RecordKickOff: z.strictObject({ heldOn: localDate, minutes: documentRef }),
    UpdateForecast: z.strictObject({ milestone: code, forecastOn: localDate, why: text }),
    SubmitEvidence: z.strictObject({ milestone: code, documents: z.array(documentRef).min(1).max(50) }),
    AcceptEvidence: z.strictObject({ milestone: code, reachedOn: localDate }),
    SubmitSelfEvaluation: z.strictObject({ document: documentRef, signedBy: id }),
    RecordAcceptance: z.strictObject({
      result: z.literal('passed'),
      heldOn: localDate,
      present: distinctIds(1, 60),
      minutes: documentRef,
    }),
  };
}
