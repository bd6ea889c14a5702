import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });
const localDate = z.string().meta({ format: 'date' });
const handOver = z.object({
  handOverId: z.string(),
  role: z.enum(['officer', 'contact']),
  from: z.string(),
  to: z.string(),
  effectiveOn: localDate.optional(),
  note: z.object({ textId: z.uuid(), sha256: z.string() }),
  offeredBy: z.string(),
  offeredAt: instant,
  acceptedAt: instant.optional(),
});

/** Places that somebody was asked to take over. */
export const handOversAnswer = { handOvers: z.array(handOver).optional() };
