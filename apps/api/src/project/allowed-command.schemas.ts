import { z } from 'zod';

/** On what a refusal rests, as problems tell it too. */
export const refusalReason = z
  .object({
    rule: z.string().meta({ description: 'The command that would be refused' }),
    ground: z.string(),
    says: z.string().meta({ description: 'The article, in the reader’s language' }),
    rulesBuild: z.number().int(),
    policyVersion: z.number().int().exactOptional(),
    policyValues: z.array(z.object({ key: z.string(), value: z.unknown(), article: z.string() })).exactOptional(),
  })
  .meta({ id: 'RefusalReason' });

/** A command the reader may give by his role: possible now, or why not. */
export const allowedCommand = z
  .object({
    type: z.string(),
    possible: z.boolean(),
    why: z.string().optional(),
    sentence: z.string().optional(),
    because: refusalReason.optional(),
  })
  .meta({ id: 'AllowedCommand' });
