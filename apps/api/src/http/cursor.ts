import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Problem } from '../errors/problem';

const position = z.strictObject({
  sort: z.string().max(40),
  key: z.string().max(400),
  id: z.uuid(),
  of: z.string().max(64).optional(),
  back: z.literal(true).optional(),
});

/** Where a page of a list ended: the value it is sorted by, and the id that makes it unique; of which list; and whether it leads backwards. */
export type Position = z.output<typeof position>;

/** A position as an opaque text for the next request. */
export function cursorOf(at: Position): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** What a cursor must be made for. */
interface Expected {
  /** Names the list with its filters, as `listMark` makes it. */
  of?: string;
  /** Whether the list is sorted by instants. */
  byInstant: boolean;
}

const instantKey = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/;

/** A mark of a list and its filters: a cursor made for others is refused. */
export function listMark(list: string, filters: object): string {
  const named = Object.entries(filters).filter(([, value]) => value !== undefined);
  return createHash('sha256')
    .update(JSON.stringify([list, named.sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('base64url')
    .slice(0, 22);
}

/** Reads a cursor; one that was made for another list, another filter or another order is refused. */
export function positionOf(cursor: string, sort: string, expected: Expected): Position {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw notOfThisList();
  }
  const read = position.safeParse(value);
  if (!read.success || read.data.sort !== sort || read.data.of !== expected.of) throw notOfThisList();
  if (expected.byInstant && !isInstant(read.data.key)) throw notOfThisList();
  return read.data;
}

/** A real instant: the database would stumble over the 30th of February. */
function isInstant(key: string): boolean {
  if (!instantKey.test(key)) return false;
  const at = new Date(`${key.slice(0, 19)}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === key.slice(0, 19);
}

function notOfThisList(): Problem {
  return new Problem('BAD_INPUT', { fields: [{ path: 'cursor', code: 'CURSOR_OF_OTHER_LIST' }] });
}
