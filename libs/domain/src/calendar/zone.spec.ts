import { countries } from '../shared/local-date';
import { endOfDay, formalZone, instantAt, isZone, localDateOf, localTimeOf, zoneOf } from './zone';

describe('zones of the six countries', () => {
  it.each([
    ['CN', '17:00'],
    ['TH', '16:00'],
    ['VN', '16:00'],
    ['LA', '16:00'],
    ['KH', '16:00'],
    ['MM', '15:30'],
  ] as const)('shows 17:00 Beijing in %s as %s, in every year from 2000 to 2037', (country, local) => {
    for (let year = 2000; year <= 2037; year++) {
      for (const day of [`${year}-01-15`, `${year}-07-15`]) {
        const at = instantAt(day, '17:00', formalZone);
        expect(at).toBe(`${day}T09:00:00.000Z`);
        expect(localTimeOf(at, zoneOf(country))).toBe(local);
        expect(localDateOf(at, zoneOf(country))).toBe(day);
      }
    }
  });

  it('knows every zone it names', () => {
    expect(countries.map(zoneOf).every(isZone)).toBe(true);
    expect(isZone('Asia/Hanoi')).toBe(false);
  });

  it('throws for an unknown zone', () => {
    expect(() => instantAt('2026-01-01', '09:00', 'Asia/Hanoi')).toThrow(RangeError);
  });

  it('reads dates around midnight in each zone', () => {
    expect(localDateOf('2026-01-14T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-01-15');
    expect(localDateOf('2026-01-14T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-01-14');
    expect(localTimeOf('2026-01-14T16:00:00.000Z', 'Asia/Shanghai')).toBe('00:00');
    expect(localDateOf('2026-01-14T17:29:59.999Z', 'Asia/Yangon')).toBe('2026-01-14');
    expect(localDateOf('2026-01-14T17:30:00.000Z', 'Asia/Yangon')).toBe('2026-01-15');
  });

  it('ends a day at 00:00 of the next, exclusive', () => {
    expect(endOfDay('2026-12-31', 'Asia/Shanghai')).toBe('2026-12-31T16:00:00.000Z');
    expect(endOfDay('2026-02-28', 'Asia/Yangon')).toBe('2026-02-28T17:30:00.000Z');
  });

  it('keeps right around clock changes of zones elsewhere', () => {
    expect(instantAt('2026-03-29', '01:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:00.000Z');
    expect(instantAt('2026-03-29', '03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    expect(instantAt('2026-10-25', '12:00', 'Europe/Berlin')).toBe('2026-10-25T11:00:00.000Z');
    expect(instantAt('2026-03-29', '12:00', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
    // 02:30 does not exist there on that night.
    expect(localDateOf(instantAt('2026-03-29', '02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-29');
  });
});

describe('dates from before zones were as even as today', () => {
  it('have the offset of their very second', () => {
    expect(localDateOf('1960-06-01T15:59:59.000Z', 'Asia/Shanghai')).toBe('1960-06-01');
    expect(localDateOf('1960-06-01T16:00:00.000Z', 'Asia/Shanghai')).toBe('1960-06-02');
  });
});
