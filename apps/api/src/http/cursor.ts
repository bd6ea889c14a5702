import { z } from 'zod';
import { Problem } from '../errors/problem';

const position = z.strictObject({ sort: z.string().max(40), key: z.string().max(400), id: z.uuid() });

/** Where a page of a list ended: the value it is sorted by, and the id that makes it unique. */
export type Position = z.output<typeof position>;

/** A position as an opaque text for the next request. */
export function cursorOf(at: Position): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** Reads a cursor; one that was made for another order is refused. */
export function positionOf(cursor: string, sort: string): Position {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new Problem('BAD_INPUT', { fields: [{ path: 'cursor', code: 'WRONG_TYPE' }] });
  }
  const read = position.safeParse(value);
  const isTime = sort !== 'reference' && sort !== '-reference';
  const fits =
    read.success && read.data.sort === sort && (!isTime || read.data.key === 'infinity' || !Number.isNaN(Date.parse(read.data.key)));
  if (!read.success || !fits) throw new Problem('BAD_INPUT', { fields: [{ path: 'cursor', code: 'WRONG_TYPE' }] });
  return read.data;
}
