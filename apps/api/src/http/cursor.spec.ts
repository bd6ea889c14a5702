import { Problem } from '../errors/problem';
import { cursorOf, listMark, positionOf } from './cursor';

const id = '0199f5a0-0000-7000-8000-000000000001';
const key = '2026-01-05T00:00:00.123456Z';
const of = listMark('projects', { stage: 'mou' });
const expected = { of, byInstant: true };

describe('cursor', () => {
  it('leads back to where the page ended', () => {
    const at = { sort: '-updated', key, id, of };
    expect(positionOf(cursorOf(at), '-updated', expected)).toEqual(at);
    expect(positionOf(cursorOf({ ...at, back: true }), '-updated', expected).back).toBe(true);
  });

  it('is the same list whatever the order of its filters, and another with another filter', () => {
    expect(listMark('projects', { a: '1', b: '2' })).toBe(listMark('projects', { b: '2', a: '1', c: undefined }));
    expect(listMark('projects', { a: '1' })).not.toBe(listMark('projects', { a: '2' }));
    expect(listMark('projects', { a: '1' })).not.toBe(listMark('mails', { a: '1' }));
  });

  it('takes any text where the list is not sorted by instants', () => {
    expect(positionOf(cursorOf({ sort: 'title', key: '~', id, of }), 'title', { of, byInstant: false }).key).toBe('~');
  });

  it.each([
    ['nothing', ''],
    ['noise', 'AAAA'],
    ['another order', cursorOf({ sort: 'reference', key: 'x', id, of })],
    ['another list or filter', cursorOf({ sort: '-updated', key, id, of: listMark('projects', { stage: 'review' }) })],
    ['a cursor that names no list', cursorOf({ sort: '-updated', key, id })],
    ['no time', cursorOf({ sort: '-updated', key: "'; DROP TABLE person", id, of })],
    ['a day that does not exist', cursorOf({ sort: '-updated', key: '2026-02-30T00:00:00.000000Z', id, of })],
    ['no id', Buffer.from(JSON.stringify({ sort: '-updated', key, id: 'x', of })).toString('base64url')],
  ])('refuses %s', (_what, cursor) => {
    expect(() => positionOf(cursor, '-updated', expected)).toThrow(Problem);
  });
});
