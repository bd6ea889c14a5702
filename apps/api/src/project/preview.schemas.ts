import { z } from 'zod';

/** What a command would do: why not, or the events that would happen and the planned dates that would come, go or move. */
export const previewAnswer = z
  .object({
    possible: z.boolean(),
    violation: z
      .object({ code: z.string(), says: z.string(), todo: z.string(), values: z.record(z.string(), z.unknown()).optional() })
      .optional(),
    events: z.array(z.object({ type: z.string(), sentence: z.string() })),
    dates: z.array(
      z.object({
        key: z.string(),
        from: z.string().nullable().meta({ format: 'date-time', description: 'Null: would be new' }),
        to: z.string().nullable().meta({ format: 'date-time', description: 'Null: would no longer happen' }),
      }),
    ),
  })
  .meta({ id: 'Preview' });
