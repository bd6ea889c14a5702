import { aDeadline, aDirectory, aNotifyingProject } from '../../../../test/support/notification-builders';
import type { CallState } from '../call/call.state';
import type { ProjectState } from '../project/project.state';
import type { Intervention } from '../shared/deadline';
import { stillNeeded, supersededSteps, type WaitingMail } from './still-needed';

const directory = aDirectory();
const now = '2027-03-01T03:00:00.000Z';

function aMail(more: Partial<WaitingMail> = {}): WaitingMail {
  return {
    kind: 'reminder',
    class: 'notice',
    rule: 'report',
    object: '2026',
    step: 't-30.L0',
    series: 1,
    direction: 'before',
    endsAt: '2027-03-31T16:00:00.000Z',
    owner: { role: 'AC', organizationId: 'lead' },
    values: {},
    personId: 'lead-ac',
    role: 'owner',
    ...more,
  };
}

function touched(kind: 'paused' | 'skipped'): Intervention {
  const common = { interventionId: 'act', series: 1, by: 'co', at: now, undoUntil: now, recalled: [] };
  const reason = { textId: 'text-1', sha256: 'a'.repeat(64) };
  return kind === 'paused' ? { kind, reason, ...common } : { kind, step: 't-30.L0', reason, ...common };
}

function why(mail: WaitingMail, state: Partial<ProjectState>, at = now): string {
  const need = stillNeeded(mail, aNotifyingProject(state), directory, at);
  return need.needed ? 'needed' : need.why;
}

describe('a ladder mail, asked again before it leaves', () => {
  it.each<[string, Partial<WaitingMail>, Partial<ProjectState>, string]>([
    ['the deadline is open', {}, { deadlines: [aDeadline()] }, 'needed'],
    ['done', {}, { deadlines: [] }, 'done'],
    ['moved: a new series', {}, { deadlines: [aDeadline({ series: 2 })] }, 'moved'],
    ['another organization owes it', {}, { deadlines: [aDeadline({ owner: { role: 'AC', organizationId: 'host' } })] }, 'owner-changed'],
    [
      'another person owes it',
      {},
      { deadlines: [aDeadline({ owner: { role: 'AC', organizationId: 'lead', personId: 'x' } })] },
      'owner-changed',
    ],
    ['another role owes it', {}, { deadlines: [aDeadline({ owner: { role: 'PL', organizationId: 'lead' } })] }, 'owner-changed'],
    ['held', {}, { deadlines: [aDeadline({ frozen: { unitsLeft: 3, heldOn: '2027-02-01' } })] }, 'held'],
    ['its series is paused', {}, { deadlines: [aDeadline({ interventions: [touched('paused')] })] }, 'paused'],
    ['it is skipped', {}, { deadlines: [aDeadline({ interventions: [touched('skipped')] })] }, 'skipped'],
    ['another step is skipped', { step: 't-7.L0' }, { deadlines: [aDeadline({ interventions: [touched('skipped')] })] }, 'needed'],
    ['he left the role', { personId: 'host-pc' }, { deadlines: [aDeadline()] }, 'left-role'],
    ['his address refused meanwhile', {}, { deadlines: [aDeadline()], unreachable: ['lead-ac'] }, 'left-role'],
    ['asked instead of one whose address refused', { personId: 'co', insteadOf: 'lead-ac' }, { deadlines: [aDeadline()] }, 'needed'],
  ])('%s', (_, mail, state, answer) => {
    expect(why(aMail(mail), state)).toBe(answer);
  });

  it('does not remind of what has ended, but says that it is overdue', () => {
    const ended = '2027-03-31T16:00:00.000Z';
    expect(why(aMail(), { deadlines: [aDeadline()] }, ended)).toBe('too-late');
    expect(why(aMail({ kind: 'escalation', direction: 'after' }), { deadlines: [aDeadline()] }, ended)).toBe('needed');
  });

  it('does not go out without an owner', () => {
    const { owner: _, ...unowned } = aMail();
    expect(why(unowned, { deadlines: [aDeadline()] })).toBe('owner-changed');
  });
});

describe('another mail, asked again before it leaves', () => {
  const expert = { personId: 'expert-1', role: 'EX' as const, owner: { role: 'EX' as const, personId: 'expert-1' }, object: 'expert-1' };
  const assigned = (state: 'invited' | 'declared' | 'done') => ({
    review: { assignments: [{ expertId: 'expert-1', order: 1, country: 'LA' as const, outsideYunnan: true, state }], sheets: [] },
  });
  const report = (state: 'open' | 'submitted') => ({ reports: [{ year: 2026, state, shortForm: false, openedAt: now }] });
  const mou = { awardLetterAt: now, awardedOn: '2026-01-05', signatures: [] };

  it.each<[string, Partial<WaitingMail>, Partial<ProjectState>, string]>([
    ['an invitation while it is open', { kind: 'expert-invitation', ...expert }, assigned('invited'), 'needed'],
    ['an invitation answered', { kind: 'expert-invitation', ...expert }, assigned('declared'), 'done'],
    ['scores asked', { kind: 'scoring-opened', ...expert }, assigned('declared'), 'needed'],
    ['scores in', { kind: 'scoring-opened', ...expert }, assigned('done'), 'done'],
    ['a return not answered', { kind: 'correction-returned', class: 'letter', role: 'AC' }, { subState: 'returned' }, 'needed'],
    ['a return answered', { kind: 'correction-returned', class: 'letter', role: 'AC' }, { subState: 'resubmitted' }, 'done'],
    ['signing open', { kind: 'mou-signing-open', role: 'AC' }, { mou }, 'needed'],
    ['all signed', { kind: 'mou-signing-open', role: 'AC' }, { mou: { ...mou, signedOn: '2026-02-01' } }, 'done'],
    ['signing of a project without an MoU', { kind: 'mou-signing-open', role: 'AC' }, {}, 'needed'],
    ['lapse to be decided', { kind: 'mou-lapse-decision', role: 'SH', personId: 'sh' }, { subState: 'lapse-decision' }, 'needed'],
    ['lapse decided', { kind: 'mou-lapse-decision', role: 'SH', personId: 'sh' }, { subState: 'signed' }, 'done'],
    ['a termination lifted before its letter left', { kind: 'termination-letter', class: 'letter', role: 'AC' }, {}, 'done'],
    ['a termination carried out', { kind: 'termination-letter', class: 'letter', role: 'AC' }, { outcome: 'terminated' }, 'needed'],
    ['a report open', { kind: 'report-opened', role: 'AC' }, report('open'), 'needed'],
    ['a report submitted', { kind: 'report-overdue', role: 'AC' }, report('submitted'), 'done'],
    ['a warning about a report that came in', { kind: 'report-warning', class: 'letter', role: 'AC' }, report('submitted'), 'done'],
    [
      'an address still failing',
      { kind: 'address-failed', role: 'CO', personId: 'co', values: { personId: 'x' } },
      { unreachable: ['x'] },
      'needed',
    ],
    ['an address that works again', { kind: 'address-failed', role: 'CO', personId: 'co', values: { personId: 'x' } }, {}, 'done'],
    ['a mail that asks for nothing', { kind: 'mou-in-force', role: 'AC' }, {}, 'needed'],
    ['a receipt, whoever he is now', { kind: 'submission-receipt', class: 'answer', role: 'AC', personId: 'gone' }, {}, 'needed'],
    ['a confirmation nobody waits for', { kind: 'confirmation-asked', role: 'SH', personId: 'sh', object: 'x' }, {}, 'done'],
  ])('%s', (_, mail, state, answer) => {
    expect(why(aMail(mail), state)).toBe(answer);
  });

  it('asks a call for its proposals and nothing else', () => {
    const proposal = { proposalId: 'x', commandType: 'PublishCall', payload: {}, proposedBy: 'a', proposedAt: now, lapsesAt: now };
    const call = { kind: 'call', deadlines: [], proposals: [proposal] } as unknown as CallState;
    const mail = aMail({ kind: 'confirmation-asked', role: 'SH', personId: 'sh', object: 'x' });
    expect(stillNeeded(mail, call, directory, now)).toEqual({ needed: true });
    expect(stillNeeded(aMail({ kind: 'report-opened', role: 'SH', personId: 'sh' }), call, directory, now)).toEqual({ needed: true });
  });
});

describe('two steps of one series on one day', () => {
  const step = (id: string, more: Partial<Parameters<typeof supersededSteps>[0][number]> = {}) => ({
    id,
    entity: 'project/p1',
    kind: 'reminder' as const,
    rule: 'report',
    object: '2026',
    series: 1,
    ...more,
  });

  it('leave as one, the later', () => {
    expect(supersededSteps([step('a'), step('b', { kind: 'escalation' })])).toEqual(['a']);
  });

  it('are kept apart by object, series and entity, and never swallow other mails', () => {
    const others = [
      step('b', { object: '2027' }),
      step('c', { series: 2 }),
      step('d', { entity: 'project/p2' }),
      step('e', { kind: 'report-opened' }),
    ];
    expect(supersededSteps([step('a'), ...others])).toEqual([]);
  });
});
