import { wire } from '@app/workflows';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });

/** What a colleague writes. */
export const commentBody = z.strictObject({ body: wire.lines(4_000) });

/** Which comment. */
export const commentAddress = z.strictObject({ id: z.uuid(), commentId: z.uuid() });

/** A comment as a colleague reads it: plain text, never markup. */
export const comment = z
  .object({
    commentId: z.uuid(),
    authorId: z.uuid(),
    authorName: z.string(),
    body: z.string(),
    version: z.number().int().meta({ description: 'Send it in If-Match' }),
    createdAt: instant,
    editedAt: instant.nullable(),
    mine: z.boolean(),
    editableUntil: instant.nullable().meta({ description: 'Until then its author may change its words' }),
  })
  .meta({ id: 'Comment' });

/** Comments of colleagues, the oldest first. */
export const comments = z.object({ items: z.array(comment) }).meta({ id: 'Comments' });
