import { z } from 'zod';
import { localDate, nothing } from './wire-values.schema';

/** Payloads of what ends a project by decision, and of what takes one up again. */
export const endingPayloads = {
  DecideTermination: z.strictObject({
    grounds: z.enum([
      'BREACH',
      'NO_REPORT',
      'FALSE_STATEMENT',
      'BELOW_MINIMUM_PARTNERS',
      'SUSPENSION_UNRESOLVED',
      'FAILED_ACCEPTANCE',
      'REQUEST',
    ]),
    effectiveOn: localDate,
  }),
  ReinstateProject: nothing,
  UnWithdraw: nothing,
};
