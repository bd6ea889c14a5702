import { lastNight } from './nightly-root';

describe('the night of a root', () => {
  it.each([
    ['2026-11-28T17:59:59.999Z', '2026-11-27T18:00:00.000Z'],
    ['2026-11-28T18:00:00.000Z', '2026-11-28T18:00:00.000Z'],
    ['2026-11-29T03:00:00.000Z', '2026-11-28T18:00:00.000Z'],
  ])('at %s is the one that began at %s, 02:00 in Beijing', (now, night) => {
    expect(lastNight(new Date(now)).toISOString()).toBe(night);
  });
});
