import type { Actor } from '../../people/roles';
import { answer, apply, context, person, runClock, text } from '../../spec-kit';
import { allowedCommands } from '../allowed-commands';
import { aProject, morning, people } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import { decideExtension, possibleExtensions } from './grant-extension';

const head = person('head', 'SH');
const until = (date: string): Extract<ProjectCommand, { type: 'GrantExtension' }> => ({
  type: 'GrantExtension',
  payload: { object: 'mou', until: date },
});
const longer = (date: string, year = 2026): Extract<ProjectCommand, { type: 'GrantExtension' }> => ({
  type: 'GrantExtension',
  payload: { object: `report/${year}`, until: date },
});
const asked = (on: string, actor: Actor = head) => context(morning(on), actor, { reason: text });
const datesOf = (state: ProjectState): (string | number)[][] =>
  state.deadlines
    .filter((one) => one.ladder === 'signature' || one.object === 'signing-period')
    .map((one) => [one.object, one.dueOn, one.series]);

describe('GrantExtension', () => {
  it('does: moves the time to sign and every party’s date by new series; who has signed keeps none', () => {
    const before = aProject().at('partly-signed');
    expect(datesOf(before)).toContainEqual(['signing-period', '2026-01-15', 1]);
    const after = apply(before, until('2026-02-27'), asked('2025-12-15'));
    expect(datesOf(after)).toHaveLength(datesOf(before).length);
    expect(datesOf(after).every(([, dueOn, series]) => dueOn === '2026-02-27' && series === 2)).toBe(true);
    expect([after.subState, after.mou?.extensions]).toEqual(['partly-signed', 1]);
    expect(allowedCommands(before, head).find((one) => one.type === 'GrantExtension')?.possible).toBe(true);
  });

  it('does: counts for signatures that are asked for later', () => {
    const longer = apply(aProject().at('comments-over'), until('2026-02-27'), asked('2025-11-19'));
    const signing = apply(longer, { type: 'OpenSigning', payload: {} }, context(morning('2025-11-20'), head));
    const dates = signing.deadlines.filter((one) => one.ladder === 'signature').map((one) => one.dueOn);
    expect(dates).toEqual(['2026-02-27', '2026-02-27', '2026-02-27']);
  });

  it('does: answers an open decision on the lapse, which is asked again at the new end', () => {
    const over = runClock(aProject().at('partly-signed'), morning('2026-02-20'));
    expect([over.subState, over.mou?.broughtToCouncilAt === undefined]).toEqual(['lapse-decision', false]);
    const after = apply(over, until('2026-03-13'), asked('2026-02-20'));
    expect([after.subState, after.mou?.periodOverAt, after.mou?.broughtToCouncilAt]).toEqual(['partly-signed', undefined, undefined]);
    expect(runClock(after, morning('2026-03-17')).subState).toBe('lapse-decision');
  });

  it('refuses: longer than the policy allows, with the latest date, and what is no later date', () => {
    const signing = aProject().at('signing');
    expect(answer(signing, until('2026-03-17'), asked('2025-12-01'))).toBe('EXTENSION_LIMIT');
    expect(answer(signing, until('2026-03-16'), asked('2025-12-01'))).toEqual(['MouPeriodExtended']);
    expect(answer(signing, until('2026-01-15'), asked('2025-12-01'))).toBe('DATE_IN_PAST');
    const late = runClock(signing, morning('2026-02-20'));
    expect(answer(late, until('2026-02-20'), asked('2026-02-20'))).toBe('DATE_IN_PAST');
    expect(answer(signing, until('2026-02-30'), asked('2025-12-01'))).toBe('NOT_A_DATE');
  });

  it('refuses: when all have signed, without a reason, by an officer, and by the clock', () => {
    expect(answer(aProject().at('signed'), until('2026-02-27'), asked('2026-01-14'))).toBe('WRONG_STAGE');
    expect(answer(aProject().at('building'), until('2026-02-27'), asked('2026-02-01'))).toBe('WRONG_STAGE');
    const signing = aProject().at('signing');
    expect(answer(signing, until('2026-02-27'), context(morning('2025-12-01'), head))).toBe('REASON_REQUIRED');
    expect(answer(signing, until('2026-02-27'), asked('2025-12-01', people.officer))).toBe('NOT_ALLOWED');
    const byClock = decideExtension(signing, until('2026-02-27'), asked('2025-12-01', people.clock));
    expect(byClock).toMatchObject({ ok: false, violation: { code: 'NOT_ALLOWED' } });
  });

  it('repeats: once is as often as the policy allows', () => {
    const after = apply(aProject().at('signing'), until('2026-02-10'), asked('2025-12-01'));
    expect(answer(after, until('2026-02-27'), asked('2025-12-02'))).toBe('EXTENSION_LIMIT');
  });

  it('does: moves the date of a report with its reminders, the warning and the suspension; who was late is not any more', () => {
    const late = runClock(aProject().at('building'), morning('2027-04-02'));
    expect(late.reports.find((one) => one.year === 2026)?.overdue).toBe(true);
    expect(possibleExtensions(late)).toEqual(['report/2026']);
    const after = apply(late, longer('2027-04-15'), asked('2027-04-02'));
    const moved = after.deadlines.find((one) => one.ladder === 'report');
    const before = late.deadlines.find((one) => one.ladder === 'report');
    expect([moved?.dueOn, moved?.series, moved?.consequences.map((one) => one.code)]).toEqual([
      '2027-04-15',
      Number(before?.series) + 1,
      before?.consequences.map((one) => one.code),
    ]);
    expect(after.reports.find((one) => one.year === 2026)).toMatchObject({ state: 'open', extensions: 1 });
    expect(after.reports.find((one) => one.year === 2026)).not.toHaveProperty('overdue');
    const two = {
      ...late,
      reports: [...late.reports, { year: 2027, state: 'merged' as const, shortForm: false, openedAt: '2028-01-03T00:00:00.000Z' }],
    };
    expect(apply(two, longer('2027-04-15'), asked('2027-04-02')).reports.at(-1)).not.toHaveProperty('extensions');
    const lateAgain = runClock(after, morning('2027-04-19'));
    expect(lateAgain.reports.find((one) => one.year === 2026)?.overdue).toBe(true);
  });

  it('refuses: a report longer or more often than the policy allows, one that is handed in, one that nobody asks for', () => {
    const open = runClock(aProject().at('building'), morning('2027-01-29'));
    expect(answer(open, longer('2027-05-01'), asked('2027-02-01'))).toBe('EXTENSION_LIMIT');
    expect(answer(open, longer('2027-04-30'), asked('2027-02-01'))).toEqual(['ReportPeriodExtended']);
    const once = apply(open, longer('2027-04-15'), asked('2027-02-01'));
    expect(answer(once, longer('2027-04-30'), asked('2027-02-02'))).toBe('EXTENSION_LIMIT');
    expect(answer(open, longer('2027-04-15', 2031), asked('2027-02-01'))).toBe('WRONG_STAGE');
    const handedIn = { ...open, reports: open.reports.map((one) => ({ ...one, state: 'submitted' as const })) };
    expect(answer(handedIn, longer('2027-04-15'), asked('2027-02-01'))).toBe('WRONG_STAGE');
    const notDated = { ...open, deadlines: [] };
    expect(answer(notDated, longer('2027-04-15'), asked('2027-02-01'))).toBe('WRONG_STAGE');
    expect(possibleExtensions({ ...open, stage: 'closed' })).toEqual([]);
  });
});
