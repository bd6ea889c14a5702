import { z } from 'zod';
import { sha256, year } from './wire-values.schema';

/** Payloads of the annual report. */
export const annualReportPayloads = {
  SubmitReport: z.strictObject({ year, draftVersion: z.number().int().positive(), draftHash: sha256 }),
  AcceptReport: z.strictObject({ year }),
};
