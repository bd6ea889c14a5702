import { projectDecider } from '../../deciders';
import { defaultPolicy } from '../../policy/policy';
import { answer, apply, context, fold, person, text } from '../../spec-kit';
import type { DecideContext } from '../../shared/decision';
import type { Deadline } from '../../shared/deadline';
import type { StepMails } from '../../shared/facts';
import { aProject, morning } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import { decidePlanning } from './planning.decide';

const officer = person('officer', 'CO');
const head = person('head', 'SH');
const calendars = { years: [] };
/** In force since 15 January 2026; the kick-off is due on 11 February, reminders on 4 and 9 February. */
const running = (): ProjectState => aProject().at('kick-off');
const on = '2026-01-20';
const aim = { rule: 'kickOff', object: '-' };
const skip = (step = 't-7.L0', more: Partial<{ rule: string; object: string; series: number }> = {}): ProjectCommand => ({
  type: 'SkipOccurrence',
  payload: { ...aim, series: 1, step, ...more },
});
const sendNow = (step?: string): ProjectCommand => ({ type: 'SendNow', payload: { ...aim, ...(step === undefined ? {} : { step }) } });
const snooze = (workingDays: number, more: Partial<typeof aim> = {}): ProjectCommand => ({
  type: 'Snooze',
  payload: { ...aim, workingDays, ...more },
});
const pause: ProjectCommand = { type: 'PauseSeries', payload: aim };
const resume: ProjectCommand = { type: 'ResumeSeries', payload: aim };
const undo = (interventionId: string): ProjectCommand => ({ type: 'UndoIntervention', payload: { interventionId } });

let ids = 0;
const by = (date: string, actor = officer, mails: StepMails[] = [], more: Partial<DecideContext> = {}): DecideContext =>
  context(morning(date), actor, { reason: text, commandId: `act-${(ids += 1)}`, facts: { stepMails: mails }, ...more });
const stepsOf = (state: ProjectState, rule = 'kickOff'): string[] =>
  projectDecider.plan(state, defaultPolicy, calendars).flatMap((o) => (o.rule === rule ? [o.step] : []));
const kickOffOf = (state: ProjectState): Deadline | undefined => state.deadlines.find((d) => d.ladder === 'kickOff');
const lastOf = (state: ProjectState): string => kickOffOf(state)?.interventions?.at(-1)?.interventionId ?? 'none';
/** The clock acts once. */
const woken = (state: ProjectState, date: string): ProjectState =>
  apply(state, { type: 'Wake', payload: {} }, context(morning(date), { kind: 'system' }));
const mails = (step: string, waiting: number, left: number, series = 1): StepMails => ({ step, series, waiting, left });
const frozen = (): ProjectState =>
  fold(
    running(),
    running()
      .deadlines.filter((d) => d.ladder === 'kickOff')
      .map((d) => ({ type: 'DeadlineMoved', deadline: { ...d, frozen: { unitsLeft: 3, heldOn: on } }, from: d.dueOn })),
  );
const owned = (role: 'CO' | 'SH', ladder: Deadline['ladder'] = 'kickOff'): ProjectState => ({
  ...running(),
  deadlines: running().deadlines.map((d) => (d.ladder === 'kickOff' ? { ...d, ladder, owner: { role } } : d)),
});

describe('SkipOccurrence', () => {
  it('does: leaves out one mail of the series; the others and the consequences stay', () => {
    const before = stepsOf(running());
    expect(before).toContain('t-7.L0');
    expect(stepsOf(apply(running(), skip(), by(on)))).toEqual(before.filter((step) => step !== 't-7.L0'));
  });

  it('does: takes back a mail that was issued and still waits', () => {
    const issued = woken(running(), '2026-02-04');
    const skipped = apply(issued, skip(), by('2026-02-04', officer, [mails('t-7.L0', 1, 0)]));
    expect(kickOffOf(skipped)).toMatchObject({ done: [], interventions: [{ kind: 'skipped', step: 't-7.L0', recalled: ['t-7.L0'] }] });
    expect(stepsOf(skipped)).not.toContain('t-7.L0');
  });

  it('refuses: without a reason, without the right, by the clock', () => {
    expect(answer(running(), skip(), context(morning(on), officer))).toBe('REASON_REQUIRED');
    expect(answer(running(), skip(), by(on, person('lead')))).toBe('NOT_ALLOWED');
    const byClock = decidePlanning(
      running(),
      { type: 'PauseSeries', payload: aim },
      context(morning(on), { kind: 'system' }, { reason: text }),
    );
    expect(byClock).toMatchObject({ ok: false, violation: { code: 'NOT_ALLOWED' } });
  });

  it('refuses: what the clock does, unknown mails, other series, stopped clocks, paused series, mails that have left', () => {
    expect(answer(running(), skip('end.amber', { rule: 'milestone', object: 'M1' }), by(on))).toBe('CONSEQUENCE_STAYS');
    expect(answer(running(), skip('t-8.L0'), by(on))).toBe('UNKNOWN_OBJECT');
    expect(answer(running(), skip('t-7.L0', { object: 'M77' }), by(on))).toBe('UNKNOWN_OBJECT');
    expect(answer(running(), skip('t-7.L0', { series: 2 }), by(on))).toBe('UNKNOWN_OBJECT');
    expect(answer(frozen(), skip(), by(on))).toBe('ON_HOLD');
    expect(answer(apply(running(), pause, by(on)), skip(), by(on))).toBe('SERIES_PAUSED');
    expect(answer(woken(running(), '2026-02-04'), skip(), by('2026-02-04', officer, [mails('t-7.L0', 0, 1)]))).toBe('MAIL_LEFT');
    expect(answer(woken(running(), '2026-02-04'), skip(), by('2026-02-04', officer, [mails('t-7.L0', 1, 0, 2)]))).toBe('MAIL_LEFT');
  });

  it('refuses: moments of the clock, mails of the law, and the reminders of one’s own duty; the head may stop an officer’s', () => {
    expect(answer(running(), skip('t-7.L0', { rule: 'clock', object: 'report-2026' }), by(on))).toBe('CONSEQUENCE_STAYS');
    expect(answer(running(), skip('t-30.L0', { rule: 'expiry' }), by(on))).toBe('LEGAL_DATE');
    expect(answer(owned('CO'), skip(), by(on))).toBe('OWN_DUTY');
    expect(answer(owned('CO'), skip(), by(on, head))).toEqual(['OccurrenceSkipped']);
    expect(answer(owned('SH'), skip(), by(on, head))).toBe('OWN_DUTY');
  });

  it('repeats: what is skipped is skipped', () => {
    expect(answer(apply(running(), skip(), by(on)), skip(), by(on))).toBe('ALREADY_DONE');
  });
});

describe('SendNow', () => {
  it('does: a planned step leaves now and counts as done', () => {
    const decision = projectDecider.decide(running(), sendNow('t-7.L0'), by(on));
    expect(decision).toMatchObject({
      ok: true,
      events: [
        { type: 'SentNow', step: 't-7.L0', extra: false, intervention: { recalled: [] } },
        { type: 'ReminderIssued', key: 'kickOff/-/t-7.L0', level: 'L0', plannedAt: morning(on), atOnce: true },
      ],
    });
    expect(stepsOf(apply(running(), sendNow('t-7.L0'), by(on)))).not.toContain('t-7.L0');
  });

  it('does: without a step one extra reminder to whoever owes it; the plan stays', () => {
    const sent = apply(running(), sendNow(), by(on));
    expect(kickOffOf(sent)?.done).toEqual(['extra.2026-01-20']);
    expect(stepsOf(sent)).toEqual(stepsOf(running()));
  });

  it('does: a mail that waits for its day leaves now instead', () => {
    const sent = apply(woken(running(), '2026-02-04'), sendNow('t-7.L0'), by('2026-02-04', officer, [mails('t-7.L0', 1, 0)]));
    expect(kickOffOf(sent)).toMatchObject({ done: ['t-7.L0'], interventions: [{ kind: 'sent-now', recalled: ['t-7.L0'] }] });
  });

  it('does: a late step once it is late', () => {
    expect(answer(running(), sendNow('+10.L1'), by('2026-02-13'))).toEqual(['SentNow', 'EscalationIssued']);
  });

  it('refuses: without a reason, what the clock does, unknown, paused or skipped mails, those that have left, and warnings before it is late', () => {
    expect(answer(running(), sendNow(), context(morning(on), officer))).toBe('REASON_REQUIRED');
    expect(answer(running(), sendNow('end.amber'), by(on))).toBe('CONSEQUENCE_STAYS');
    expect(answer(running(), sendNow('t-8.L0'), by(on))).toBe('UNKNOWN_OBJECT');
    expect(answer(apply(running(), pause, by(on)), sendNow(), by(on))).toBe('SERIES_PAUSED');
    expect(answer(apply(running(), skip(), by(on)), sendNow('t-7.L0'), by(on))).toBe('ALREADY_DONE');
    expect(answer(woken(running(), '2026-02-04'), sendNow('t-7.L0'), by('2026-02-04', officer, [mails('t-7.L0', 0, 1)]))).toBe('MAIL_LEFT');
    expect(answer(running(), sendNow('+3.L0'), by(on))).toBe('NOT_YET_LATE');
  });

  it('repeats: at most one extra reminder a day', () => {
    const sent = apply(running(), sendNow(), by(on));
    expect(answer(sent, sendNow(), by(on))).toBe('REMINDED_TODAY');
    expect(answer(sent, sendNow(), by('2026-01-21'))).toEqual(['SentNow', 'ReminderIssued']);
  });
});

describe('Snooze', () => {
  it('does: moves one deadline by working days, as a new series, with what the clock does at its end', () => {
    const before = running().deadlines.find((d) => d.ladder === 'milestone' && d.object === 'M1');
    const after = apply(running(), snooze(5, { rule: 'milestone', object: 'M1' }), by(on)).deadlines.find(
      (d) => d.ladder === 'milestone' && d.object === 'M1',
    );
    expect([after?.series, after?.because.period, after?.because.startOn]).toEqual([2, '5wd', before?.dueOn]);
    const moved = (d: Deadline | undefined): number => Date.parse(d?.endsAt ?? '') - Date.parse(d?.consequences[0]?.at ?? '');
    expect(moved(after)).toBe(moved(before));
    expect(Date.parse(after?.endsAt ?? '')).toBeGreaterThan(Date.parse(before?.endsAt ?? ''));
  });

  it('does: takes back the waiting mails of the earlier date; consequences that have come do not come again', () => {
    const issued = woken(running(), '2026-02-04');
    const deadlines = issued.deadlines.map((d) =>
      d.ladder === 'kickOff'
        ? {
            ...d,
            done: [...d.done, 'end.amber'],
            consequences: [
              { code: 'amber' as const, at: d.endsAt, policyKey: 'x' },
              { code: 'red' as const, at: d.endsAt, policyKey: 'x' },
            ],
          }
        : d,
    );
    const after = apply({ ...issued, deadlines }, snooze(2), by('2026-02-04', officer, [mails('t-7.L0', 1, 0)]));
    expect(kickOffOf(after)).toMatchObject({ done: [], consequences: [{ code: 'red' }], interventions: [{ recalled: ['t-7.L0'] }] });
  });

  it('refuses: dates that are not an officer’s to move, stopped clocks, and what is over', () => {
    expect(answer(running(), snooze(1), context(morning(on), officer))).toBe('REASON_REQUIRED');
    expect(answer(running(), snooze(1, { rule: 'expiry' }), by(on))).toBe('LEGAL_DATE');
    expect(answer(aProject().at('signing'), snooze(1, { rule: 'signature', object: 'college' }), by('2025-11-21'))).toBe('FIXED_DATE');
    expect(answer(frozen(), snooze(1), by(on))).toBe('ON_HOLD');
    expect(answer(running(), snooze(1), by('2026-03-20'))).toBe('DEADLINE_OVER');
  });

  it('repeats: again only within five working days in all', () => {
    const once = apply(running(), snooze(3), by(on));
    expect(answer(once, snooze(3), by(on))).toBe('EXTENSION_LIMIT');
    expect(answer(once, snooze(2), by(on))).toEqual(['DeadlineSnoozed']);
    expect(answer(apply(running(), skip(), by(on)), snooze(6), by(on))).toBe('EXTENSION_LIMIT');
  });
});

describe('PauseSeries', () => {
  it('does: nothing more is sent about the deadline, and what waits is taken back; consequences come', () => {
    const paused = apply(woken(running(), '2026-02-04'), pause, by('2026-02-04', officer, [mails('t-7.L0', 2, 0)]));
    expect(stepsOf(paused)).toEqual([]);
    expect(kickOffOf(paused)?.interventions).toMatchObject([{ kind: 'paused', recalled: ['t-7.L0'] }]);
    const milestone = apply(running(), { type: 'PauseSeries', payload: { rule: 'milestone', object: 'M1' } }, by(on));
    const left = projectDecider.plan(milestone, defaultPolicy, calendars).filter((o) => o.object === 'M1');
    expect(left.map((o) => o.step)).toEqual(['end.amber', 'end.red']);
  });

  it('refuses: without a reason, on a stopped clock, and what nobody may silence', () => {
    expect(answer(running(), pause, context(morning(on), officer))).toBe('REASON_REQUIRED');
    expect(answer(frozen(), pause, by(on))).toBe('ON_HOLD');
    expect(answer(running(), { type: 'PauseSeries', payload: { rule: 'expiry', object: '-' } }, by(on))).toBe('LEGAL_DATE');
  });

  it('repeats: what is paused is paused', () => {
    expect(answer(apply(running(), pause, by(on)), pause, by(on))).toBe('ALREADY_DONE');
  });
});

describe('ResumeSeries', () => {
  it('does: the reminders go on, and those that fell due meanwhile become one', () => {
    const paused = apply(running(), pause, by(on));
    const resumed = apply(paused, resume, by('2026-02-10'));
    const decision = projectDecider.decide(resumed, { type: 'Wake', payload: {} }, context(morning('2026-02-10'), { kind: 'system' }));
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'ReminderIssued', step: 't-2.L0', merged: ['t-7.L0'] }] });
  });

  it('refuses: without a reason, and what is not there', () => {
    expect(answer(apply(running(), pause, by(on)), resume, context(morning(on), officer))).toBe('REASON_REQUIRED');
    expect(answer(running(), { type: 'ResumeSeries', payload: { rule: 'kickOff', object: 'x' } }, by(on))).toBe('UNKNOWN_OBJECT');
  });

  it('repeats: what is not paused cannot go on', () => {
    expect(answer(running(), resume, by(on))).toBe('NOT_PAUSED');
    expect(answer(apply(apply(running(), pause, by(on)), resume, by(on)), resume, by(on))).toBe('NOT_PAUSED');
  });
});

describe('UndoIntervention', () => {
  const undone = (state: ProjectState, date = on, found: StepMails[] = []): ProjectState =>
    apply(state, undo(lastOf(state)), by(date, officer, found));
  const undoing = (state: ProjectState, date = on, found: StepMails[] = []): string | string[] =>
    answer(state, undo(lastOf(state)), by(date, officer, found));

  it.each<[string, ProjectCommand]>([
    ['a skipped mail', skip()],
    ['an extra reminder that waits', sendNow()],
    ['a mail sent now that waits', sendNow('t-7.L0')],
    ['a date put off', snooze(3)],
    ['a paused series', pause],
  ])('does: %s is as it was before', (_, command) => {
    const before = running();
    const after = undone(apply(before, command, by(on)));
    expect(kickOffOf(after)).toEqual(kickOffOf(before));
    expect(projectDecider.plan(after, defaultPolicy, calendars)).toEqual(projectDecider.plan(before, defaultPolicy, calendars));
  });

  it('does: a series that went on is paused again, and what waits since is taken back', () => {
    const resumed = woken(apply(apply(running(), pause, by(on)), resume, by('2026-02-10')), '2026-02-10');
    const again = undone(resumed, '2026-02-10', [mails('t-2.L0', 1, 0)]);
    expect(kickOffOf(again)).toMatchObject({ done: ['t-7.L0'], interventions: [{ kind: 'paused' }] });
    expect(undoing(apply(resumed, pause, by('2026-02-10')), '2026-02-10')).toEqual(['InterventionUndone']);
  });

  it('does: a waiting mail that was skipped is due again', () => {
    const skipped = apply(woken(running(), '2026-02-04'), skip(), by('2026-02-04', officer, [mails('t-7.L0', 1, 0)]));
    expect(stepsOf(undone(skipped, '2026-02-04'))).toContain('t-7.L0');
  });

  it('does: what waits of the later date is taken back with it', () => {
    const snoozed = apply(running(), snooze(1), by(on));
    const issued = woken(snoozed, '2026-02-05');
    expect(kickOffOf(undone(issued, '2026-02-05', [mails('t-7.L0', 1, 0, 2)]))).toEqual(kickOffOf(running()));
  });

  it('does: another step of the deadline keeps its skip', () => {
    const both = apply(apply(running(), skip('t-2.L0'), by(on)), skip(), by(on));
    expect(stepsOf(undone(both))).not.toContain('t-2.L0');
    const paused = apply(apply(running(), skip('t-2.L0'), by(on)), snooze(1), by(on));
    expect(kickOffOf(undone(paused))?.interventions).toMatchObject([{ kind: 'skipped' }]);
  });

  it('refuses: without a reason, unknown acts, after its time, on a stopped clock', () => {
    const skipped = apply(running(), skip(), by(on));
    expect(answer(skipped, undo(lastOf(skipped)), context(morning(on), officer))).toBe('REASON_REQUIRED');
    expect(answer(running(), undo('none'), by(on))).toBe('UNKNOWN_OBJECT');
    expect(undoing(skipped, '2026-02-20')).toBe('UNDO_TIME_OVER');
    const held = { ...skipped, deadlines: skipped.deadlines.map((d) => ({ ...d, frozen: { unitsLeft: 1, heldOn: on } })) };
    expect(undoing(held)).toBe('ON_HOLD');
  });

  it('refuses: a skipped mail once a later one has gone out or the date has moved', () => {
    const skipped = apply(running(), skip(), by(on));
    expect(undoing(woken(skipped, '2026-02-09'), '2026-02-09')).toBe('UNDO_BLOCKED');
    const first = lastOf(skipped);
    expect(answer(apply(skipped, snooze(1), by(on)), undo(first), by(on))).toBe('UNDO_BLOCKED');
  });

  it('refuses: a mail that has left, and one of a date that has moved', () => {
    const sent = apply(running(), sendNow('t-7.L0'), by(on));
    expect(undoing(sent, on, [mails('t-7.L0', 0, 1)])).toBe('MAIL_LEFT');
    expect(answer(apply(sent, snooze(1), by(on)), undo(lastOf(sent)), by(on))).toBe('UNDO_BLOCKED');
  });

  it('refuses: a later date that somebody was told, that something hangs on, that moved again, or whose earlier one is over', () => {
    const snoozed = apply(running(), snooze(1), by(on));
    const told = woken(snoozed, '2026-02-05');
    const first = lastOf(snoozed);
    expect(answer(told, undo(first), by('2026-02-05', officer, [mails('t-7.L0', 0, 1, 2)]))).toBe('UNDO_BLOCKED');
    expect(answer(apply(snoozed, skip('t-7.L0', { series: 2 }), by(on)), undo(first), by(on))).toBe('UNDO_BLOCKED');
    expect(answer(apply(snoozed, snooze(1), by(on)), undo(first), by(on))).toBe('UNDO_BLOCKED');
    const late = { ...snoozed, deadlines: snoozed.deadlines.map((d) => (d.ladder === 'kickOff' ? { ...d, done: ['end.amber'] } : d)) };
    expect(answer(late, undo(first), by(on))).toBe('UNDO_BLOCKED');
    const lastDay = apply(running(), snooze(5), by('2026-02-11'));
    expect(undoing(lastDay, '2026-02-13')).toBe('UNDO_BLOCKED');
  });

  it('refuses: to pause again what is paused again already', () => {
    const resumed = apply(apply(running(), pause, by(on)), resume, by(on));
    expect(answer(apply(resumed, pause, by(on)), undo(lastOf(resumed)), by(on))).toBe('UNDO_BLOCKED');
  });

  it('repeats: what is taken back is gone', () => {
    const skipped = apply(running(), skip(), by(on));
    expect(answer(undone(skipped), undo(lastOf(skipped)), by(on))).toBe('UNKNOWN_OBJECT');
  });
});
