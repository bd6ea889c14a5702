/* eslint-disable @typescript-eslint/explicit-module-boundary-types -- the inferred shape is what the compiler compares with the domain */
import { z } from 'zod';
import { code, documentRef, id, line, localDate } from './wire-values.schema';

const ofChange = z.strictObject({ changeId: z.uuid() });

/** Payloads of what is asked of change sets. */
export function amendmentPayloads<T extends z.ZodType>(text: T) {
  const item = z.strictObject({
    path: code,
    old: line(120).exactOptional(),
    new: line(120).exactOptional(),
    text: text.exactOptional(),
    personId: id.exactOptional(),
  });
  return {
    ProposeChange: z.strictObject({
      kind: z.enum(['amendment', 'correction']),
      items: z.array(item).min(1).max(40),
      effectiveOn: localDate.exactOptional(),
      document: documentRef.exactOptional(),
    }),
    ApproveChange: z.strictObject({ changeId: z.uuid(), minutes: documentRef.exactOptional() }),
    ReturnChange: ofChange,
    RejectChange: ofChange,
    CancelChange: ofChange,
    RecordAmendmentSignature: z.strictObject({
      changeId: z.uuid(),
      organizationId: id,
      personId: id,
      capacity: line(100),
      signedOn: localDate,
      place: text,
      document: documentRef,
    }),
    UndoChange: z.strictObject({ changeId: z.uuid(), document: documentRef.exactOptional() }),
  };
}
