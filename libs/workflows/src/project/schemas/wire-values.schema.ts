import { z } from 'zod';

/** Longest free text that a command may carry, in UTF-16 units. */
export const freeTextLimit = 10_000;

/** Codes of the shape errors that have a sentence of their own; a zod issue carries one as its message. */
export const shapeCodes = [
  'NOT_A_DATE',
  'NOT_AN_INSTANT',
  'LOOKS_BUDDHIST_YEAR',
  'CONTROL_CHARACTERS',
  'BROKEN_UNICODE',
  'EMPTY_TEXT',
  'NOT_A_ZONE',
  'NOT_AN_ADDRESS',
  'DUPLICATE',
] as const;

/** A shape error with a sentence of its own. */
export type ShapeCode = (typeof shapeCodes)[number];

const loneSurrogate = /\p{Surrogate}/u;
// eslint-disable-next-line no-control-regex -- control characters are what these two look for
const forbiddenInLine = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
// eslint-disable-next-line no-control-regex -- line feeds and tabs are fine in a text of several lines
const forbiddenInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const coded = (code: ShapeCode): { error: string; abort: true } => ({ error: code, abort: true });

/** One line of text (a name, a place): no control characters, line breaks or direction overrides; not blank. */
export function line(max: number): z.ZodString {
  return z
    .string()
    .max(max)
    .refine((s) => !loneSurrogate.test(s), coded('BROKEN_UNICODE'))
    .refine((s) => !forbiddenInLine.test(s), coded('CONTROL_CHARACTERS'))
    .refine((s) => s.trim() !== '', coded('EMPTY_TEXT'));
}

/** Text of several lines; NUL, other control characters and lone surrogates are refused, since no database row can hold them. */
export function lines(max: number): z.ZodString {
  return z
    .string()
    .max(max)
    .refine((s) => !loneSurrogate.test(s), coded('BROKEN_UNICODE'))
    .refine((s) => !forbiddenInText.test(s), coded('CONTROL_CHARACTERS'))
    .refine((s) => s.trim() !== '', coded('EMPTY_TEXT'));
}

/** A free text as people send it; it is stored in a row of its own before the command is. */
export const freeText = lines(freeTextLimit).meta({ id: 'FreeText', description: 'Free text, kept apart from the ledger' });

/** SHA-256 in lower-case hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A stored free text as commands, events and histories name it. */
export const textRef = z.strictObject({ textId: z.uuid(), sha256 });

/** A stored file, named by id and hash as the upload answered them. */
export const documentRef = z.strictObject({ documentId: z.uuid(), sha256 }).meta({ id: 'DocumentRef' });

/** Id of an entity, a person, an organization or a document. */
export const id = z.uuid();

/** A stable code of ours or of a form: letters, digits, and the separators of form paths. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:/[\]-]{0,119}$/);

/** A language tag (BCP 47). */
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** A Gregorian year of the programme. A Buddhist year (2569) is refused by name, never converted. */
export const year = z
  .number()
  .int()
  .refine((y) => !looksBuddhist(y), coded('LOOKS_BUDDHIST_YEAR'))
  .refine((y) => y >= 2000 && y < 2200, coded('NOT_A_DATE'));

/** A Gregorian date `YYYY-MM-DD` that exists in the calendar. */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, coded('NOT_A_DATE'))
  .refine((s) => !looksBuddhist(Number(s.slice(0, 4))), coded('LOOKS_BUDDHIST_YEAR'))
  .refine(isRealDate, coded('NOT_A_DATE'))
  .meta({ id: 'LocalDate', format: 'date' });

/** A UTC instant exactly as the engine writes it, with milliseconds and `Z`. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, coded('NOT_AN_INSTANT'))
  .refine((s) => !looksBuddhist(Number(s.slice(0, 4))), coded('LOOKS_BUDDHIST_YEAR'))
  .refine((s) => isRealDate(s.slice(0, 10)) && !Number.isNaN(Date.parse(s)), coded('NOT_AN_INSTANT'))
  .meta({ id: 'Instant', format: 'date-time' });

/** One of the six countries. */
export const country = z.enum(['CN', 'KH', 'LA', 'MM', 'TH', 'VN']);

/** A command that carries nothing. */
export const nothing = z.strictObject({});

/** A list of different ids, in order. */
export function distinctIds(min: number, max: number): z.ZodArray<typeof id> {
  return z
    .array(id)
    .min(min)
    .max(max)
    .refine((list) => new Set(list).size === list.length, coded('DUPLICATE'));
}

/** Thai years run 543 ahead: 2026 is written 2569. Nothing of this programme lies between 2400 and 2800. */
function looksBuddhist(y: number): boolean {
  return y >= 2400 && y < 2800;
}

function isRealDate(s: string): boolean {
  const at = new Date(`${s}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(s) && Number(s.slice(0, 4)) >= 1900 && Number(s.slice(0, 4)) < 2200;
}
