import { isZone } from '@app/domain';
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

/** What a person sets for himself. */
export const preferencesBody = z
  .strictObject({
    language: wire.language,
    zone: z.string().max(60).refine(isZone, { error: 'NOT_A_ZONE' }),
    digest: z.enum(['daily', 'off']),
  })
  .meta({ id: 'Preferences' });

/** A person's calendar feed; its address is shown once, when it is made. */
export const calendarFeedAnswer = z.object({ since: z.string().meta({ format: 'date-time' }).nullable() }).meta({ id: 'CalendarFeed' });

/** A new feed with its address. */
export const newCalendarFeed = z.object({ url: z.string() }).meta({ id: 'NewCalendarFeed' });

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
    digest: z.enum(['daily', 'off']).meta({ description: 'Whether notices of a day come in one mail' }),
    roles: z.array(z.string()),
    csrfToken: z.string().nullable().meta({ description: 'Send it in X-CSRF-Token with every change; null for API tokens' }),
  })
  .meta({ id: 'Me' });
