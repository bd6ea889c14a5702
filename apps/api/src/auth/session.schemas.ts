import { tokenScopes } from '@app/persistence';
import { wire } from '@app/workflows';
import { z } from 'zod';

/** Name and password. A password beyond the limit is refused before it is hashed. */
export const signInBody = z.strictObject({ signIn: wire.line(254), password: z.string().min(1).max(512) }).meta({ id: 'SignIn' });

/** Change of the own password; the old one proves who asks. */
export const passwordBody = z
  .strictObject({ oldPassword: z.string().min(1).max(512), newPassword: z.string().min(1).max(512) })
  .meta({ id: 'PasswordChange' });

/** A token to be made. */
export const tokenBody = z
  .strictObject({
    name: wire.line(100),
    scopes: z
      .array(z.enum(tokenScopes))
      .min(1)
      .max(tokenScopes.length)
      .refine((list) => new Set(list).size === list.length, { error: 'DUPLICATE' }),
    days: z.number().int().min(1).max(365),
  })
  .meta({ id: 'NewApiToken' });

/** The signed-in person as the dashboard knows him. */
export const meAnswer = z
  .object({
    personId: z.uuid(),
    fullName: z.string(),
    latinName: z.string(),
    addressAs: z.string(),
    organizationId: z.uuid().nullable(),
    language: z.string(),
    country: z.string(),
    zone: z.string(),
    roles: z.array(z.string()),
    csrfToken: z.string().nullable().meta({ description: 'Send it in X-CSRF-Token with every change; null for API tokens' }),
  })
  .meta({ id: 'Me' });
