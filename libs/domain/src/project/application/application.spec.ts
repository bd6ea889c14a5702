import { answer, apply, callFacts, context, contacts, draft, file, person, projectAt, runClock, text, unread } from '../../spec-kit';
import { projectDecider } from '../../deciders';
import type { DraftFacts, SimilarProject } from '../../shared/facts';
import { defaultPolicy } from '../../policy/policy';
import type { DecideContext } from '../../shared/decision';
import type { ProjectCommand } from '../project.commands';
import { decideSubmit, decideWithdraw } from './application.decide';

const lead = person('lead');
const submit: Extract<ProjectCommand, { type: 'SubmitApplication' }> = {
  type: 'SubmitApplication',
  payload: { draftVersion: 3, draftHash: 'draft-hash', signedBy: 'legal', signature: file },
};
const at = '2025-08-20T02:00:00.000Z';
const withDraft = (change: Partial<DraftFacts>) => context(at, lead, { facts: { draft: draft(change) } });
const similar = (change: Partial<SimilarProject>): SimilarProject => ({
  projectId: 'other',
  reference: 'LMGF-2024-LA-001',
  likeness: 'lead+host+field',
  active: true,
  ...change,
});

describe('StartApplication', () => {
  const start = { type: 'StartApplication' as const, payload: { callId: 'call-1' } };

  it('does: opens a draft under an open call and plans the reminders of its closing', () => {
    const state = projectAt('draft');
    expect([state.stage, state.subState, state.callCode]).toEqual(['application', 'draft', 'LMGF-2025']);
    const plan = projectDecider.plan(state, defaultPolicy, { years: [] });
    expect(plan.map((o) => o.step)).toEqual(['t-30.L0', 't-14.L0', 't-7.L0', 't-2.L0']);
  });

  it('refuses: before the call opens and from the closing instant on, by the instant of receipt', () => {
    expect(answer(undefined, start, context('2025-06-02T00:00:00.000Z', lead))).toBe('CALL_NOT_OPEN');
    expect(answer(undefined, start, context(callFacts.closesAt, lead))).toBe('CALL_CLOSED');
    expect(answer(undefined, start, context('2025-08-31T08:59:59.999Z', lead))).toContain('ApplicationStarted');
  });

  it('refuses: a call that is not there, a cancelled one, a draft one, and the clock as applicant', () => {
    expect(answer(undefined, { ...start, payload: { callId: 'call-9' } }, context(at, lead))).toBe('UNKNOWN_OBJECT');
    expect(answer(undefined, start, context(at, lead, { facts: { call: { ...callFacts, subState: 'cancelled' } } }))).toBe('CALL_CLOSED');
    expect(answer(undefined, start, context(at, lead, { facts: { call: { ...callFacts, subState: 'draft' } } }))).toBe('CALL_NOT_OPEN');
    expect(answer(undefined, start, context(at, { kind: 'system' }))).toBe('NOT_ALLOWED');
    expect(answer(undefined, submit, context(at, lead))).toBe('UNKNOWN_OBJECT');
  });

  it('does: for somebody whose country is not known, China’s calendar counts', () => {
    const nowhere = { kind: 'person' as const, personId: 'lead', roles: [] };
    const countryOf = (actor: DecideContext['actor']) => apply(undefined, start, context(at, actor)).deadlines[0]?.country;
    expect([countryOf(nowhere), countryOf({ ...nowhere, country: 'LA' })]).toEqual(['CN', 'LA']);
  });

  it('repeats: a second start of the same project is refused, so nothing happens twice', () => {
    expect(answer(projectAt('draft'), start, context(at, lead))).toBe('ALREADY_DONE');
  });
});

describe('SubmitApplication', () => {
  it('refuses: a construction time outside the policy’s bounds', () => {
    expect(answer(projectAt('draft'), submit, withDraft({ durationMonths: 5 }))).toBe('DURATION_OUT_OF_RANGE');
    expect(answer(projectAt('draft'), submit, withDraft({ durationMonths: 49 }))).toBe('DURATION_OUT_OF_RANGE');
  });

  it('does: pins version, parties and people, gives the receipt number, ends the draft reminders', () => {
    const state = projectAt('submitted');
    expect(state.applicationRef).toBe('LMGF-2025-A-0042');
    expect(state.submissions).toHaveLength(1);
    expect([state.hostCountry, state.fieldCode, state.contacts.length]).toEqual(['LA', 'LOG', contacts.length]);
    expect(projectDecider.plan(state, defaultPolicy, { years: [] })).toEqual([]);
  });

  it('does: takes the one duplicate slot of lead, host and field; an upgrade that names its predecessor is exempt', () => {
    const normal = projectDecider.decide(projectAt('draft'), submit, context(at, lead));
    expect(normal.ok && normal.claims).toEqual([
      { scope: 'duplicate', key: 'call-1/college/host-college/LOG', ifTaken: 'DUPLICATE_IN_CALL' },
    ]);
    const upgrade = projectDecider.decide(
      projectAt('draft'),
      submit,
      context(at, lead, { facts: { draft: draft({ type: 'upgrade', upgradesProjectId: 'other' }), similar: [similar({})] } }),
    );
    expect(upgrade.ok && upgrade.claims).toBeUndefined();
    expect(upgrade.ok).toBe(true);
  });

  it('refuses: an unsigned, incomplete, changed or late application', () => {
    expect(answer(projectAt('draft'), { ...submit, payload: { ...submit.payload, signedBy: 'lead' } }, context(at, lead))).toBe(
      'SIGNATURE_MISSING',
    );
    expect(answer(projectAt('draft'), submit, withDraft({ missingFields: ['titleEn'] }))).toBe('FORM_INCOMPLETE');
    expect(answer(projectAt('draft'), submit, withDraft({ version: 4 }))).toBe('STALE_REVISION');
    expect(answer(projectAt('draft'), submit, context(callFacts.closesAt, lead))).toBe('CALL_CLOSED');
    expect(answer(projectAt('draft'), submit, context(at, person('stranger')))).toBe('NOT_ALLOWED');
    expect(answer(projectAt('checking'), submit, context(at, lead))).toBe('WRONG_STAGE');
  });

  it('refuses: a draft or call that was not found, and a draft that names neither host country nor field', () => {
    expect(projectDecider.decide(projectAt('draft'), submit, unread(context(at, lead), 'draft'))).toMatchObject({
      violation: { code: 'STALE_REVISION', values: { draftVersion: 3, currentVersion: 0 } },
    });
    expect(answer(projectAt('draft'), submit, unread(context(at, lead), 'call'))).toBe('UNKNOWN_OBJECT');
    const { hostCountry, fieldCode, ...bare } = draft();
    for (const incomplete of [bare, { ...bare, ...(hostCountry && { hostCountry }) }, { ...bare, ...(fieldCode && { fieldCode }) }])
      expect(answer(projectAt('draft'), submit, context(at, lead, { facts: { draft: incomplete } }))).toBe('FORM_INCOMPLETE');
  });

  it('refuses: the clock, also where the table of rights would let it through', () => {
    expect(decideSubmit(projectAt('draft'), submit, context(at, { kind: 'system' }))).toMatchObject({ violation: { code: 'NOT_ALLOWED' } });
  });

  it('does: what the form leaves open is a new project of the policy’s usual duration; the first of its call gets number 1', () => {
    const { type: _type, durationMonths: _months, ...open } = draft();
    const ctx = unread(context(at, lead, { facts: { draft: open } }), 'nextApplicationNo', 'similar');
    const { type, durationMonths, applicationRef } = apply(projectAt('draft'), submit, ctx);
    expect([type, durationMonths, applicationRef]).toEqual(['new', 12, 'LMGF-2025-A-0001']);
  });

  it('refuses: who may not take part, each with its own code', () => {
    const chineseLeads = { ...defaultPolicy, eligibility: { ...defaultPolicy.eligibility, leadCountries: ['CN' as const] } };
    const laoLead = draft().parties.map((p) => (p.role === 'LEAD' ? { ...p, country: 'LA' as const } : p));
    expect(answer(projectAt('draft'), submit, { ...withDraft({ parties: laoLead }), policy: chineseLeads })).toBe('NOT_ELIGIBLE');
    expect(answer(projectAt('draft'), submit, withDraft({ parties: laoLead }))).not.toBe('NOT_ELIGIBLE');
    expect(answer(projectAt('draft'), submit, withDraft({ leadKind: 'ministry' }))).toBe('NOT_ELIGIBLE');
    expect(answer(projectAt('draft'), submit, withDraft({ hostCountry: 'CN' }))).toBe('HOST_COUNTRY_NOT_ALLOWED');
    expect(answer(projectAt('draft'), submit, withDraft({ enterpriseOperatesIn: ['CN'] }))).toBe('NOT_ELIGIBLE');
    expect(answer(projectAt('draft'), submit, withDraft({ documents: [] }))).toBe('DOCUMENT_MISSING');
    const noFirm = draft().parties.filter((p) => p.role !== 'ENTERPRISE');
    expect(answer(projectAt('draft'), submit, withDraft({ parties: noFirm }))).toBe('PARTNER_MINIMUM');
    const chineseOnly = draft().parties.map((p) => ({ ...p, country: 'CN' as const }));
    expect(answer(projectAt('draft'), submit, withDraft({ parties: chineseOnly }))).toBe('PARTNER_MINIMUM');
  });

  it('refuses: the same lead, host and field; likeness of another kind only asks for a written justification', () => {
    const twin = (s: SimilarProject) => context(at, lead, { facts: { similar: [s] } });
    expect(answer(projectAt('draft'), submit, twin(similar({})))).toBe('DUPLICATE_ACTIVE_PROJECT');
    expect(answer(projectAt('draft'), submit, twin(similar({ active: false })))).toBe('DUPLICATE_IN_CALL');
    expect(answer(projectAt('draft'), submit, twin(similar({ likeness: 'title' })))).toBe('JUSTIFICATION_REQUIRED');
    const justified = { ...submit, payload: { ...submit.payload, justification: text } };
    expect(answer(projectAt('draft'), justified, twin(similar({ likeness: 'title' })))).toContain('ApplicationSubmitted');
  });

  it('repeats: a second submission before closing counts as the new last version under the same reference', () => {
    const state = apply(projectAt('submitted'), submit, context('2025-08-25T02:00:00.000Z', lead, { facts: { nextApplicationNo: 77 } }));
    expect([state.submissions.length, state.applicationRef]).toEqual([2, 'LMGF-2025-A-0042']);
  });
});

describe('WithdrawApplication', () => {
  const withdraw = { type: 'WithdrawApplication' as const, payload: { letter: file } };

  it('does: ends the application as from the start and frees the duplicate slot', () => {
    const decision = projectDecider.decide(projectAt('checking'), withdraw, context('2025-09-02T02:00:00.000Z', person('legal')));
    expect(decision.ok && decision.releases).toEqual([{ scope: 'duplicate', key: 'call-1/college/host-college/LOG' }]);
    const state = apply(projectAt('checking'), withdraw, context('2025-09-02T02:00:00.000Z', person('legal')));
    expect([state.stage, state.subState, state.outcome, state.deadlines]).toEqual(['closed', 'archived', 'withdrawn', []]);
  });

  it('refuses: anybody but the legal representative of the lead, and an application never handed in', () => {
    expect(answer(projectAt('checking'), withdraw, context(at, lead))).toBe('NOT_ALLOWED');
    expect(answer(projectAt('checking'), withdraw, context(at, person('host')))).toBe('NOT_ALLOWED');
    expect(answer(projectAt('draft'), withdraw, context(at, person('legal')))).toBe('NOT_ALLOWED');
  });

  it('refuses: the clock, also where the table of rights would let it through', () => {
    expect(decideWithdraw(projectAt('checking'), context(at, { kind: 'system' }))).toMatchObject({ violation: { code: 'NOT_ALLOWED' } });
  });

  it('repeats: a second withdrawal finds nothing to withdraw', () => {
    const state = apply(projectAt('checking'), withdraw, context('2025-09-02T02:00:00.000Z', person('legal')));
    expect(answer(state, withdraw, context('2025-09-02T03:00:00.000Z', person('legal')))).toBe('WRONG_STAGE');
  });
});

describe('FreezeApplication', () => {
  const freeze = { type: 'FreezeApplication' as const, payload: { closedAt: callFacts.closesAt } };
  const clock = context('2025-08-31T09:00:10.000Z', { kind: 'system' });

  it('does: sends what was handed in to the check with five working days from the closing; a draft ends', () => {
    const state = apply(projectAt('submitted'), freeze, clock);
    expect([state.stage, state.subState, state.frozenAt]).toEqual(['review', 'checking', callFacts.closesAt]);
    expect(state.deadlines.map((d) => [d.ladder, d.dueOn])).toEqual([['check', '2025-09-05']]);
    expect(apply(projectAt('draft'), freeze, clock).outcome).toBe('not-submitted');
  });

  it('refuses: a person, since only the call closes', () => {
    expect(answer(projectAt('submitted'), freeze, context(at, person('head', 'SH')))).toBe('NOT_ALLOWED');
  });

  it('repeats: told twice, nothing more happens', () => {
    expect(answer(apply(projectAt('submitted'), freeze, clock), freeze, clock)).toEqual([]);
  });
});

describe('the reminders of a draft', () => {
  it('go once each, and after a standstill only the newest goes, naming those it covers', () => {
    const asleep = projectAt('draft');
    const decision = projectDecider.decide(asleep, { type: 'Wake', payload: {} }, context('2025-08-28T02:00:00.000Z', { kind: 'system' }));
    expect(decision.ok && decision.events).toMatchObject([{ type: 'ReminderIssued', step: 't-7.L0', merged: ['t-30.L0', 't-14.L0'] }]);
    const awake = runClock(asleep, '2025-08-31T08:00:00.000Z');
    expect(awake.deadlines[0]?.done).toEqual(['t-30.L0', 't-14.L0', 't-7.L0', 't-2.L0']);
  });
});
