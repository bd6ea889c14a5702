import { z } from 'zod';

/** Secret part of a link's address. */
export const linkAddress = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) });

/** What a link asks for. It names no more than the mail it stood in. */
export const linkAnswer = z
  .object({
    state: z.enum(['open', 'used']),
    command: z.string().meta({ description: 'Type of the command the link carries out' }),
    entity: z.object({ kind: z.enum(['project', 'call']), id: z.uuid() }),
    reference: z.string().nullable(),
    addressAs: z.string(),
    fixed: z.record(z.string(), z.unknown()).meta({ description: 'What of the command the link fixes' }),
    direct: z.boolean().meta({ description: 'Can be done from the link itself, without signing in' }),
    ready: z.boolean().meta({ description: 'The caller may act now: directly, or signed in as the person the link was made for' }),
    commandId: z.uuid().nullable().meta({ description: 'Of a used link: the command it gave, for its receipt' }),
    expiresAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'ActionLink' });

/** What of the command the link leaves open. */
export const linkBody = z.record(z.string(), z.unknown());
