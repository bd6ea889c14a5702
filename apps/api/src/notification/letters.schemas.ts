import { wire } from '@app/workflows';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });

/** Letters of a call that wait to be read and released together. */
export const heldLettersAnswer = z
  .object({
    mayRelease: z.boolean(),
    items: z.array(
      z.object({
        mailId: z.uuid(),
        projectId: z.uuid(),
        reference: z.string().nullable(),
        notification: z.string(),
        personName: z.string(),
        country: z.string(),
        role: z.string(),
        copy: z.boolean(),
        address: z.string().nullable(),
        subject: z.string().nullable(),
        mark: z.string().nullable().meta({ description: 'Names the text; null while the mail desk has not written it' }),
        fault: z.string().nullable(),
        heldSince: instant,
        readers: z.array(z.object({ name: z.string(), at: instant })),
      }),
    ),
  })
  .meta({ id: 'HeldLetters' });

/** One held letter as it would leave now. */
export const heldLetterText = z
  .object({ subject: z.string(), text: z.string(), html: z.string(), mark: z.string() })
  .meta({ id: 'HeldLetterText' });

/** Which text was read. */
export const readLetterBody = z.strictObject({ mark: wire.sha256 }).meta({ id: 'ReadLetter' });

/** Which letters are released, each in the text that its mark names, and why now. */
export const releaseLettersBody = z
  .strictObject({
    letters: z
      .array(z.strictObject({ mailId: z.uuid(), mark: wire.sha256 }))
      .min(1)
      .max(2_000),
    reason: wire.lines(2_000),
  })
  .meta({ id: 'ReleaseLetters' });

/** How many letters leave now, and which do not: their text is another by now, or they are not held any more. */
export const releaseAnswer = z.object({ released: z.number().int(), left: z.array(z.uuid()) }).meta({ id: 'LettersReleased' });
