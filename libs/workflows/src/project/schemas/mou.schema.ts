/* eslint-disable @typescript-eslint/explicit-module-boundary-types -- the inferred shape is what the compiler compares with the domain */
import { z } from 'zod';
import { documentRef, id, language, line, localDate, nothing, sha256 } from './wire-values.schema';

/** Payloads of the stage `mou`. */
export function mouPayloads<T extends z.ZodType>(text: T) {
  return {
    AcceptAward: z.strictObject({ letter: documentRef }),
    SubmitMouDraft: z.strictObject({
      documents: z
        .array(z.strictObject({ language, ref: documentRef }))
        .min(1)
        .max(10),
      dataHash: sha256,
      effectiveOn: localDate.exactOptional(),
    }),
    OpenSigning: nothing,
    RecordSignature: z.strictObject({
      organizationId: id,
      personId: id,
      capacity: line(100),
      signedOn: localDate,
      place: text,
      document: documentRef,
    }),
    GrantExtension: z.strictObject({ object: z.string().regex(/^(mou|report\/\d{4})$/), until: localDate }),
  };
}
