/* eslint-disable @typescript-eslint/explicit-module-boundary-types -- the inferred shape is what the compiler compares with the domain */
import { z } from 'zod';
import { code, country, id, localDate } from './wire-values.schema';

/** Payloads about projects that ran before our records; `text` is what stands for a free text. */
export function importedPayloads<T extends z.ZodType>(text: T) {
  return {
    ImportRecord: z.strictObject({
      callId: id,
      reference: z
        .string()
        .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)
        .max(60),
      hostCountry: country,
      parties: z
        .array(
          z.strictObject({
            organizationId: id,
            role: z.enum(['LEAD', 'HOST', 'PARTICIPANT', 'ENTERPRISE', 'MINISTRY', 'SUPPORTER']),
            country,
          }),
        )
        .min(1)
        .max(40),
      standards: z
        .array(
          z.strictObject({
            fieldCode: z.string().regex(/^[A-Z0-9]{2,12}$/),
            role: z.enum(['INDEPENDENT', 'PARTICIPATE']),
            label: code,
            level: z.number().int().min(1).max(8),
            team: text.exactOptional(),
          }),
        )
        .max(40),
      facts: z
        .array(
          z.strictObject({
            what: z.enum(['DefenceRecorded', 'ProjectApproved', 'KickOffHeld', 'Note']),
            on: localDate,
            note: text.exactOptional(),
          }),
        )
        .max(100),
      outcome: z.enum(['completed', 'expired', 'terminated']),
    }),
  };
}
