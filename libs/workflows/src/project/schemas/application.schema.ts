/* eslint-disable @typescript-eslint/explicit-module-boundary-types -- the inferred shape is what the compiler compares with the domain */
import { z } from 'zod';
import { documentRef, id, instant, sha256 } from './wire-values.schema';

/** Payloads of the stage `application`; `text` is what stands for a free text: the text itself on the wire, a reference in the ledger. */
export function applicationPayloads<T extends z.ZodType>(text: T) {
  return {
    StartApplication: z.strictObject({ callId: id }),
    SubmitApplication: z.strictObject({
      draftVersion: z.number().int().positive(),
      draftHash: sha256,
      signedBy: id,
      signature: documentRef,
      justification: text.exactOptional(),
    }),
    WithdrawApplication: z.strictObject({ letter: documentRef }),
    FreezeApplication: z.strictObject({ closedAt: instant }),
  };
}
