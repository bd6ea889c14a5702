import { waitBeforeRetryMs } from './live-stream';
import { isTouched } from './live-updates';

describe('a change', () => {
  const one = [{ kind: 'project' as const, id: 'a', rev: 3 }];

  it.each<[string, readonly unknown[], boolean]>([
    ['its own page', ['project', 'a', 'detail'], true],
    ['the page of another project', ['project', 'b', 'detail'], false],
    ['the figures of calls', ['call', 'c', 'detail'], true],
    ['lists', ['projects', { stage: 'mou' }], true],
    ['the first page', ['overview'], true],
    ['a draft that somebody types in', ['draft', 'a'], false],
    ['who is signed in', ['me'], false],
  ])('touches or leaves alone: %s', (_what, key, touched) => {
    expect(isTouched(key, one)).toBe(touched);
  });

  it.each<[string, readonly unknown[], boolean]>([
    ['the page of its project', ['project', 'a', 'comments'], true],
    ['the page of another project', ['project', 'b', 'detail'], false],
    ['lists', ['projects', { stage: 'mou' }], false],
    ['the figures of calls', ['call', 'c', 'detail'], false],
  ])('of comments touches or leaves alone: %s', (_what, key, touched) => {
    expect(isTouched(key, [{ kind: 'comment', id: 'a', rev: 7 }])).toBe(touched);
  });

  it('may be any after the connection was away, but never in what is typed', () => {
    expect(isTouched(['project', 'b', 'detail'], undefined)).toBe(true);
    expect(isTouched(['draft', 'a'], undefined)).toBe(false);
  });
});

describe('a lost connection', () => {
  it('is tried again after twice as long each time, a minute at most, and not by all at once', () => {
    expect([1, 2, 3, 7, 50].map((failures) => waitBeforeRetryMs(failures, 1))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
    expect(waitBeforeRetryMs(3, 0)).toBe(2_000);
  });
});
