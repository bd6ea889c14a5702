import ICAL from 'ical.js';
import { countries, zoneOf } from '@app/domain';
import { aMatter, aReader } from '../../../test/support/mail-builders';
import { calendarFile } from './calendar-file';

function eventsIn(text: string | undefined): InstanceType<typeof ICAL.Event>[] {
  const calendar = new ICAL.Component(ICAL.parse(text ?? '') as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('the calendar file of a mail', () => {
  it.each(countries)('names the same instant in %s', (country) => {
    const reader = aReader({ country, zone: zoneOf(country) });
    const [event] = eventsIn(calendarFile([{ matter: aMatter('report-opened'), act: 'Report' }], reader, 'example.org'));
    expect(event?.startDate.toJSDate().toISOString()).toBe('2027-03-31T16:00:00.000Z');
    expect(event?.summary).toBe('LMGF-2025-LA-003 Report');
    expect(event?.sequence).toBe(2);
    expect(event?.uid).toMatch(/^[0-9a-f]{64}@example\.org$/);
  });

  it('gives a defence its length', () => {
    const [event] = eventsIn(calendarFile([{ matter: aMatter('defence-scheduled'), act: 'Defence' }], aReader(), 'example.org'));
    expect(event?.startDate.toJSDate().toISOString()).toBe('2025-09-23T01:30:00.000Z');
    expect(event?.endDate.toJSDate().toISOString()).toBe('2025-09-23T01:50:00.000Z');
  });

  it('takes no line of its own from a text, and is left out where there is no date to come', () => {
    const [event] = eventsIn(
      calendarFile([{ matter: aMatter('report-opened'), act: 'x\r\nATTENDEE:mailto:t@example.com' }], aReader(), 'example.org'),
    );
    expect(event?.attendees).toEqual([]);
    const past = aMatter('report-opened', {}, { datedAt: '2028-01-01T00:00:00.000Z' });
    expect(calendarFile([{ matter: past, act: 'x' }], aReader(), 'example.org')).toBeUndefined();
  });
});
