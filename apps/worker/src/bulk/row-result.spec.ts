import type { BulkWorkRow, CommandOutcome } from '@app/persistence';
import { moveOfRow } from './row-result';

const applied = (rev: number, events: string[]): CommandOutcome => ({ status: 'applied', rev, events });
const refused = (code: string, values?: Record<string, string | number>): CommandOutcome =>
  ({ status: 'refused', rev: 5, violation: { code, message: '', ...(values === undefined ? {} : { values }) } }) as CommandOutcome;

/** A row whose project was looked at in its fifth revision, and whose command was never given. */
const row = (more: Partial<BulkWorkRow> = {}): BulkWorkRow => ({
  ...{ position: 1, entityId: 'project', expectedRev: 5, payload: {}, expected: null, events: ['ProjectHeld'], rev: 5, halted: false },
  ...{ commandId: 'c', confirmId: 'k', status: null, outcome: null, confirmStatus: null, confirmOutcome: null },
  ...more,
});
const answered = (outcome: CommandOutcome, more: Partial<BulkWorkRow> = {}): BulkWorkRow =>
  row({ status: outcome.status, outcome, rev: outcome.status === 'failed' ? 5 : outcome.rev, ...more });

describe('a row whose command was never given', () => {
  it('is sent while its project stands where it was looked at', () => {
    expect(moveOfRow(row(), false)).toBe('send');
    expect(moveOfRow(row({ expectedRev: null, rev: 9 }), false)).toBe('send');
  });

  it('is left alone when its project has moved on', () => {
    expect(moveOfRow(row({ rev: 6 }), false)).toEqual({
      ...{ state: 'changed', code: 'STALE_REVISION', revAfter: 6 },
      values: { expectedRev: 5, currentRev: 6 },
    });
  });

  it('fails where there is no project, or one whose engine stands still', () => {
    expect(moveOfRow(row({ rev: null }), false)).toEqual({ state: 'failed', code: 'UNKNOWN_OBJECT' });
    expect(moveOfRow(row({ halted: true }), false)).toEqual({ state: 'failed', code: 'HALTED' });
  });
});

describe('a row whose command was given', () => {
  it('waits for its answer, also when it was this run that moved the project', () => {
    expect(moveOfRow(row({ status: 'pending', rev: 6 }), false)).toBe('await');
  });

  it('is applied as foreseen, in whatever order the events are named', () => {
    const twice = answered(applied(6, ['B', 'A']), { events: ['A', 'B'] });
    expect(moveOfRow(twice, false)).toEqual({ state: 'applied', revAfter: 6 });
    expect(moveOfRow(answered(applied(6, ['B']), { events: null }), false)).toEqual({ state: 'applied', revAfter: 6 });
  });

  it('names other events than were foreseen', () => {
    expect(moveOfRow(answered(applied(6, ['ProjectHeld', 'SeriesPaused'])), false)).toEqual({
      ...{ state: 'applied', revAfter: 6, code: 'OTHER_EVENTS' },
      values: { events: ['ProjectHeld', 'SeriesPaused'] },
    });
  });

  it('is refused with the ground of the rules, and is no refusal when the project had moved on', () => {
    expect(moveOfRow(answered(refused('ON_HOLD')), false)).toEqual({ state: 'refused', code: 'ON_HOLD', revAfter: 5 });
    expect(moveOfRow(answered(refused('STALE_REVISION', { currentRev: 7 })), false)).toEqual({
      ...{ state: 'changed', code: 'STALE_REVISION', revAfter: 5 },
      values: { currentRev: 7 },
    });
  });

  it('fails with the number of the incident', () => {
    const failed = { status: 'failed', code: 'INTERNAL', incident: '42' } as unknown as CommandOutcome;
    expect(moveOfRow(answered(failed), false)).toEqual({ state: 'failed', code: 'INTERNAL', values: { incident: '42' } });
  });
});

describe('a row whose command needs a second person', () => {
  const proposed = applied(6, ['ProposalMade']);

  it('stays a proposal where nobody has approved the list', () => {
    expect(moveOfRow(answered(proposed), false)).toEqual({ state: 'proposed', revAfter: 6 });
  });

  it('is confirmed by whoever approved the list, once', () => {
    expect(moveOfRow(answered(proposed), true)).toBe('confirm');
    expect(moveOfRow(answered(proposed, { confirmStatus: 'pending' }), true)).toBe('await');
    const confirmed = answered(proposed, { confirmStatus: 'applied', confirmOutcome: applied(7, ['ProposalConfirmed', 'ProjectHeld']) });
    expect(moveOfRow(confirmed, true)).toEqual({ state: 'applied', revAfter: 7 });
  });

  it('stays a proposal and says why where the second person is refused', () => {
    const confirm = { confirmStatus: 'refused', confirmOutcome: refused('NOT_ALLOWED') } as const;
    expect(moveOfRow(answered(proposed, confirm), true)).toEqual({ state: 'proposed', code: 'NOT_ALLOWED', revAfter: 5 });
  });
});
