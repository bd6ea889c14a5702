import { z } from 'zod';

/** What a project's page offers to whoever may choose it: steps to go back to, policies to move to. */
export const offersAnswer = {
  rewinds: z
    .array(z.string())
    .optional()
    .meta({ description: 'Earlier steps to which the reader may take the project back; left out for whoever may not' }),
  skips: z
    .array(z.string())
    .optional()
    .meta({ description: 'Steps that the reader may leave out: `defence`, `report/2026`; left out for whoever may not' }),
  redos: z
    .array(z.string())
    .optional()
    .meta({ description: 'Steps that the reader may have done once more; left out for whoever may not' }),
  extensions: z
    .array(z.string())
    .optional()
    .meta({ description: 'Periods that the reader may make longer: `mou`, `report/2026`; left out for whoever may not' }),
  policies: z
    .array(z.object({ version: z.int(), name: z.string() }))
    .optional()
    .meta({ description: 'Other published policies that the project may adopt; left out for whoever may not move it' }),
};
