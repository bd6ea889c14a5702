import { projectDecider } from './deciders';
import { forecast } from './forecast';
import { defaultPolicy } from './policy/policy';
import { refuse } from './shared/result';
import { projectAt, runClock } from './spec-kit';

const setting = { policy: defaultPolicy, calendars: { years: [] }, until: '2025-12-01T00:00:00.000Z' };

describe('the forecast', () => {
  it('says what then happens if nobody acts, by the very functions that do it', () => {
    const start = projectAt('checking');
    const lines = forecast(projectDecider, start.id, start, setting);
    expect(lines.at(-1)?.events.map((e) => e.type)).toContain('ApplicationDeemedAccepted');
    const lived = runClock(start, setting.until);
    expect(lines.flatMap((l) => l.events).reduce((s, e) => projectDecider.evolve(s, e), start)).toEqual(lived);
  });

  it('names the mails of each step, and changes nothing', () => {
    const start = projectAt('checking');
    const before = JSON.stringify(start);
    const lines = forecast(projectDecider, start.id, start, setting);
    expect(lines[0]?.notifications.map((n) => n.kind)).toEqual(['reminder']);
    expect(JSON.stringify(start)).toBe(before);
  });

  it('ends at its horizon, after so many steps, or when nothing is planned', () => {
    const start = projectAt('checking');
    expect(forecast(projectDecider, start.id, start, { ...setting, until: '2025-09-01T00:00:00.000Z' })).toEqual([]);
    expect(forecast(projectDecider, start.id, start, { ...setting, maxSteps: 1 })).toHaveLength(1);
    const quiet = projectAt('submitted');
    expect(forecast(projectDecider, quiet.id, quiet, setting)).toEqual([]);
  });

  it('ends where a rule refuses or has nothing to say: it never goes round in circles', () => {
    const start = projectAt('checking');
    const refusing = { ...projectDecider, decide: () => refuse('NOT_ALLOWED', 'not now') };
    const silent = { ...projectDecider, decide: () => ({ ok: true as const, events: [] }) };
    expect(forecast(refusing, start.id, start, setting)).toEqual([]);
    expect(forecast(silent, start.id, start, setting)).toEqual([]);
  });
});
