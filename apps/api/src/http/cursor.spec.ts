import { Problem } from '../errors/problem';
import { cursorOf, positionOf } from './cursor';

const id = '0199f5a0-0000-7000-8000-000000000001';

describe('cursor', () => {
  it('leads back to where the page ended', () => {
    const at = { sort: '-updated', key: '2026-01-05 00:00:00.123456+00', id };
    expect(positionOf(cursorOf(at), '-updated')).toEqual(at);
  });

  it.each([
    ['nothing', ''],
    ['noise', 'AAAA'],
    ['another order', cursorOf({ sort: 'reference', key: 'x', id })],
    ['no time', cursorOf({ sort: '-updated', key: "'; DROP TABLE person", id })],
    ['no id', Buffer.from(JSON.stringify({ sort: '-updated', key: '2026-01-05', id: 'x' })).toString('base64url')],
  ])('refuses %s', (_what, cursor) => {
    expect(() => positionOf(cursor, '-updated')).toThrow(Problem);
  });
});
