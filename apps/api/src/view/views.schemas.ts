import { standingRoles } from '@app/domain';
import { viewPages } from '@app/persistence';
import { wire } from '@app/workflows';
import { z } from 'zod';

/** A view as its owner saves it. */
export const viewBody = z
  .strictObject({
    page: z.enum(viewPages),
    name: wire.line(80),
    search: z
      .string()
      .max(2_000)
      .regex(/^[\x21-\x7e]*$/)
      .meta({ description: 'What stands behind the question mark of the page’s address' }),
    sharedRoles: z
      .array(z.enum(standingRoles))
      .max(standingRoles.length)
      .refine((list) => new Set(list).size === list.length, { error: 'DUPLICATE' }),
  })
  .meta({ id: 'ViewBody' });

/** Which view the reader's pages open with; null for none. */
export const homeBody = z.strictObject({ viewId: z.uuid().nullable() }).meta({ id: 'HomeView' });

/** A saved view. */
export const viewAnswer = z
  .object({
    id: z.uuid(),
    page: z.enum(viewPages),
    name: z.string(),
    search: z.string(),
    sharedRoles: z.array(z.string()),
    rev: z.number().int(),
    mine: z.boolean(),
    ownerName: z.string(),
    home: z.boolean(),
  })
  .meta({ id: 'SavedView' });

/** Views the reader may use. */
export const viewsAnswer = z
  .object({ items: z.array(viewAnswer), mayShare: z.boolean().meta({ description: 'Whether the reader may share views with roles' }) })
  .meta({ id: 'SavedViews' });
