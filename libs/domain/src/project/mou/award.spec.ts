import { answer, apply, context, file, person, runClock } from '../../spec-kit';
import { defaultPolicy } from '../../policy/policy';
import { findDeadline } from '../../shared/make-deadline';
import { aProject, morning, mouDraft, people } from '../project.builder';
import type { MouCommand } from './mou.commands';
import { decideMou } from './mou.decide';

const accept: MouCommand = { type: 'AcceptAward', payload: { letter: file } };
const open: MouCommand = { type: 'OpenSigning', payload: {} };
const newDraft: Extract<MouCommand, { type: 'SubmitMouDraft' }> = {
  ...mouDraft,
  payload: { ...mouDraft.payload, dataHash: 'd'.repeat(64) },
};
const openDeadlines = (state: ReturnType<ReturnType<typeof aProject>['at']>) =>
  state.deadlines.map((d) => `${d.ladder}/${d.object} ${d.dueOn}`).sort();

describe('AcceptAward', () => {
  const on = (date: string, actor = people.legal) => context(morning(date), actor);

  it('does: the lead accepts within 30 days of receipt and the drafting begins', () => {
    const state = apply(aProject().at('accepting'), accept, on('2025-10-24'));
    expect([state.stage, state.subState, state.mou?.acceptedAt]).toEqual(['mou', 'drafting', morning('2025-10-24')]);
    expect(openDeadlines(state)).toEqual(['clock/signing-period 2026-01-15', 'mouDraft/- 2025-11-07']);
  });

  it('does: a draft that came before the acceptance is then open for comments', () => {
    const drafted = apply(aProject().at('accepting'), mouDraft, context(morning('2025-10-20'), people.lead));
    expect(drafted.subState).toBe('accepting');
    expect(apply(drafted, accept, on('2025-10-24')).subState).toBe('commenting');
  });

  it('refuses: from the end of the 30 days on, to the second', () => {
    const state = aProject().at('accepting');
    expect(answer(state, accept, context('2025-11-26T15:59:59.999Z', people.legal))).toContain('AwardAccepted');
    expect(answer(state, accept, context('2025-11-26T16:00:00.000Z', people.legal))).toBe('AWARD_TIME_OVER');
  });

  it('refuses: anybody but the legal representative, before the award, and after the approval lapsed', () => {
    expect(answer(aProject().at('accepting'), accept, on('2025-10-24', people.lead))).toBe('NOT_ALLOWED');
    expect(answer(aProject().at('accepting'), accept, on('2025-10-24', person('host')))).toBe('NOT_ALLOWED');
    expect(answer(runClock(aProject().at('accepting'), morning('2025-12-05')), accept, on('2025-12-05'))).toBe('WRONG_STAGE');
  });

  it('refuses: an acceptance by the clock', () => {
    expect(decideMou(aProject().at('accepting'), accept, context(morning('2025-10-24'), people.clock))).toMatchObject({
      violation: { code: 'NOT_ALLOWED' },
    });
  });

  it('refuses: an award whose day 90 is over although it never lapsed by itself', () => {
    const policy = { ...defaultPolicy, mou: { ...defaultPolicy.mou, lapseOnSilence: false } };
    const state = runClock(aProject({ policy }).at('accepting'), morning('2026-01-17'), { policy });
    expect(state.subState).toBe('lapse-decision');
    expect(answer(state, accept, on('2026-01-17'))).toBe('AWARD_TIME_OVER');
  });

  it('repeats: an accepted award stays accepted', () => {
    expect(answer(aProject().at('drafting'), accept, on('2025-10-25'))).toBe('ALREADY_DONE');
  });
});

describe('SubmitMouDraft', () => {
  const on = (date: string, actor = people.lead, change = {}) => context(morning(date), actor, change);
  const withPayload = (change: Partial<typeof mouDraft.payload>) => ({ ...mouDraft, payload: { ...mouDraft.payload, ...change } });

  it('does: gives each party but the lead 15 days for comments, by its own calendar', () => {
    const state = apply(aProject().at('drafting'), mouDraft, on('2025-11-03'));
    expect([state.subState, state.mou?.draft?.no, state.mou?.commentsEndAt]).toEqual(['commenting', 1, '2025-11-18T16:00:00.000Z']);
    expect(openDeadlines(state)).toEqual([
      'clock/signing-period 2026-01-15',
      'mouComment/enterprise 2025-11-18',
      'mouComment/host-college 2025-11-18',
    ]);
    expect(findDeadline(state, 'mouComment', 'host-college')).toMatchObject({
      because: { startOn: '2025-11-03', period: '15d', set: ['CN', 'LA'] },
      owner: { role: 'PC', organizationId: 'host-college' },
      policyKey: 'mou.comments',
    });
  });

  it('does: a new version resets the comments, as a new series', () => {
    const state = apply(aProject().at('comments-over'), newDraft, on('2025-11-20', people.officer));
    expect([state.mou?.draft?.no, state.mou?.commentsEndedAt]).toEqual([2, undefined]);
    expect(findDeadline(state, 'mouComment', 'host-college')).toMatchObject({ series: 2, dueOn: '2025-12-05' });
  });

  it('does: keeps the effective date that the MoU states', () => {
    const state = apply(aProject().at('drafting'), withPayload({ effectiveOn: '2026-03-01' }), on('2025-11-03'));
    expect(state.mou?.draft?.effectiveOn).toBe('2026-03-01');
  });

  it('refuses: a language that is missing, by name', () => {
    const onlyChinese = withPayload({ documents: [{ language: 'zh', ref: file }] });
    expect(answer(aProject().at('drafting'), onlyChinese, on('2025-11-03'))).toBe('LANGUAGE_MISSING');
  });

  it('refuses: an effective date before the award, or none where the policy wants one', () => {
    const stated = { ...defaultPolicy, mou: { ...defaultPolicy.mou, effective: 'stated-date' as const } };
    expect(answer(aProject().at('drafting'), withPayload({ effectiveOn: '2025-10-16' }), on('2025-11-03'))).toBe('DATE_IN_PAST');
    expect(answer(aProject().at('drafting'), mouDraft, on('2025-11-03', people.lead, { policy: stated }))).toBe('FORM_INCOMPLETE');
  });

  it('refuses: a change of the text from the opening of signing on, outside the stage, and by a partner', () => {
    expect(answer(aProject().at('signing'), newDraft, on('2025-11-21'))).toBe('WRONG_STAGE');
    expect(answer(aProject().at('kick-off'), newDraft, on('2026-01-16'))).toBe('WRONG_STAGE');
    expect(answer(aProject().at('drafting'), mouDraft, on('2025-11-03', person('host')))).toBe('NOT_ALLOWED');
    const late = runClock(aProject().at('partly-signed'), morning('2026-01-17'));
    expect([late.subState, answer(late, newDraft, on('2026-01-17'))]).toEqual(['lapse-decision', 'WRONG_STAGE']);
  });

  it('repeats: the same draft again does not restart the comments', () => {
    expect(answer(aProject().at('commenting'), mouDraft, on('2025-11-05'))).toBe('ALREADY_DONE');
  });
});

describe('OpenSigning', () => {
  const on = (date: string, actor = people.head) => context(morning(date), actor);

  it('does: gives each signatory day 90 from the award letter, by the calendars of China and its country', () => {
    const state = apply(aProject().at('comments-over'), open, on('2025-11-20'));
    expect([state.subState, state.mou?.signatories]).toEqual(['signing', ['college', 'host-college', 'enterprise']]);
    expect(
      state.deadlines.filter((d) => d.ladder === 'signature').map((d) => [d.object, d.dueOn, d.because.startOn, d.because.set]),
    ).toEqual([
      ['college', '2026-01-15', '2025-10-17', ['CN']],
      ['host-college', '2026-01-15', '2025-10-17', ['CN', 'LA']],
      ['enterprise', '2026-01-15', '2025-10-17', ['CN', 'LA']],
    ]);
    expect(openDeadlines(state).filter((d) => d.startsWith('mouComment'))).toEqual([]);
  });

  it('does: opens when the time for comments is over, even if the clock has not noted it yet', () => {
    expect(answer(aProject().at('commenting'), open, context('2025-11-18T16:00:00.000Z', people.head))).toContain('SigningOpened');
  });

  it('refuses: while comments run, without a draft, without acceptance', () => {
    expect(answer(aProject().at('commenting'), open, on('2025-11-10'))).toBe('COMMENTS_RUNNING');
    expect(answer(aProject().at('drafting'), open, on('2025-11-10'))).toBe('DOCUMENT_MISSING');
    expect(answer(aProject().at('accepting'), open, on('2025-10-20'))).toBe('AWARD_NOT_ACCEPTED');
  });

  it('refuses: outside the stage, and by the officer', () => {
    expect(answer({ ...aProject().at('commenting'), subState: 'signed' }, open, on('2025-11-20'))).toBe('WRONG_STAGE');
    expect(answer(aProject().at('comments-over'), open, on('2025-11-20', people.officer))).toBe('NOT_ALLOWED');
  });

  it('repeats: signing opens once', () => {
    expect(answer(aProject().at('signing'), open, on('2025-11-21'))).toBe('ALREADY_DONE');
  });
});
