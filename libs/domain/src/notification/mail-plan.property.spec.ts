import fc from 'fast-check';
import { aPerson } from '../../../../test/support/notification-builders';
import { localDateOf } from '../calendar/zone';
import { isWorkingDay } from '../calendar/working-days';
import { localTimeOf } from '../calendar/zone';
import { defaultPolicy } from '../policy/policy';
import { countries, instantOf, type Instant } from '../shared/local-date';
import { digestInstant, sendTime } from './send-time';

const from = Date.parse('2025-01-01T00:00:00.000Z');
const instants = fc.integer({ min: from, max: from + 3 * 365 * 86_400_000 }).map(instantOf);
const readers = fc.constantFrom(...countries).map((country) => aPerson('p', country));
const calendars = { years: [] };

/** The mail a notice leaves in: the digest of its reader's day, which has one instant, or a mail of its own. */
function carrierOf(at: Instant, zone: string): string {
  const date = localDateOf(at, zone);
  return at === digestInstant(date, zone, defaultPolicy) ? `digest ${date}` : `single ${at}`;
}

describe('notices of one reader', () => {
  it('are each in exactly one digest, and no day has two', () => {
    fc.assert(
      fc.property(readers, fc.array(instants, { minLength: 1, maxLength: 20 }), (reader, moments) => {
        const leaving = moments.map((now) => sendTime({ class: 'notice', direction: 'now' }, reader, now, defaultPolicy, calendars));
        const carriers = new Map(leaving.map((at) => [carrierOf(at, reader.zone), at]));
        for (const at of leaving) expect(carriers.get(carrierOf(at, reader.zone))).toBe(at);
        expect([...carriers.keys()].every((carrier) => carrier.startsWith('digest'))).toBe(true);
        expect(new Set([...carriers.values()].map((at) => localDateOf(at, reader.zone))).size).toBe(carriers.size);
      }),
    );
  });

  it('leave within working hours of a working day, never before they are made', () => {
    fc.assert(
      fc.property(readers, instants, fc.constantFrom<'notice' | 'letter'>('notice', 'letter'), (reader, now, kind) => {
        const at = sendTime({ class: kind, direction: 'now' }, reader, now, defaultPolicy, calendars);
        const time = localTimeOf(at, reader.zone);
        expect(at >= now).toBe(true);
        expect(time >= '09:00' && time < '16:30').toBe(true);
        expect(isWorkingDay(localDateOf(at, reader.zone), [reader.country], calendars)).toBe(true);
      }),
    );
  });

  it('never remind after the deadline', () => {
    fc.assert(
      fc.property(readers, instants, fc.integer({ min: 1, max: 10 * 86_400_000 }), (reader, now, leftMs) => {
        const endsAt = instantOf(Date.parse(now) + leftMs);
        const at = sendTime({ class: 'notice', direction: 'before', endsAt }, reader, now, defaultPolicy, calendars);
        expect(at >= now && at < endsAt).toBe(true);
      }),
    );
  });
});
