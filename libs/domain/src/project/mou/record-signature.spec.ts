import { projectDecider } from '../../deciders';
import { defaultPolicy } from '../../policy/policy';
import { answer, apply, context, draft, person, runClock } from '../../spec-kit';
import { aProject, morning, mouDraft, people, signature, signatures } from '../project.builder';
import type { ProjectState } from '../project.state';
import type { MouCommand } from './mou.commands';
import { decideMou } from './mou.decide';

const on = (date: string, actor: ReturnType<typeof person> = people.officer, change = {}) => context(morning(date), actor, change);
const host: Extract<MouCommand, { type: 'RecordSignature' }> = signatures[1];
const signAll = (state: ProjectState) => signatures.reduce((s, one) => apply(s, one, on('2026-01-14')), state);

describe('RecordSignature', () => {
  it('does: keeps day, person, capacity and scan of one party; the MoU is partly signed', () => {
    const state = apply(aProject().at('signing'), host, on('2026-01-09'));
    expect(state.subState).toBe('partly-signed');
    expect(state.mou?.signatures).toEqual([
      { organizationId: 'host-college', signedOn: '2026-01-08', personId: 'host', capacity: 'president', document: host.payload.document },
    ]);
    expect(state.deadlines.filter((d) => d.ladder === 'signature').map((d) => d.object)).toEqual(['college', 'enterprise']);
  });

  it('does: a signatory records the signature of his own organization', () => {
    expect(answer(aProject().at('signing'), host, on('2026-01-09', person('host')))).toEqual(['PartySigned', 'DeadlineClosed']);
  });

  it('does: the last one makes it signed: on the last date, effective then, in force for 5 years without roll', () => {
    const state = signAll(aProject().at('signing'));
    expect(state.subState).toBe('signed');
    expect(state.mou).toMatchObject({ signedOn: '2026-01-14', effectiveOn: '2026-01-14', expiresOn: '2031-01-14' });
    expect(state.deadlines.map((d) => `${d.ladder}/${d.object}`)).toEqual(['clock/mou-effect']);
  });

  it('does: the last date decides, in whatever order the signatures are recorded', () => {
    const inOtherOrder = [signatures[2], signatures[0], signatures[1]].reduce(
      (s, one) => apply(s, one, on('2026-01-14')),
      aProject().at('signing'),
    );
    expect(inOtherOrder.mou?.signedOn).toBe('2026-01-14');
  });

  it('does: a date that the MoU states is when it takes effect', () => {
    const stated = { ...mouDraft, payload: { ...mouDraft.payload, effectiveOn: '2026-03-01' } };
    const drafted = runClock(apply(aProject().at('drafting'), stated, on('2025-11-03')), morning('2025-11-19'));
    const state = signAll(apply(drafted, { type: 'OpenSigning', payload: {} }, on('2025-11-20', people.head)));
    expect(state.mou).toMatchObject({ signedOn: '2026-01-14', effectiveOn: '2026-03-01', expiresOn: '2031-03-01' });
    expect(state.deadlines[0]).toMatchObject({ object: 'mou-effect', endsAt: '2026-02-28T16:00:00.000Z' });
  });

  it('does: tests the slot of a demonstration centre again', () => {
    const centre = aProject({ draft: { type: 'centre-candidate' } }).at('signing');
    const decision = projectDecider.decide(centre, host, on('2026-01-09'));
    expect(decision.ok && decision.claims).toEqual([{ scope: 'centre', key: 'LA', ifTaken: 'CENTRE_SLOT_TAKEN' }]);
    const ordinary = projectDecider.decide(aProject().at('signing'), host, on('2026-01-09'));
    expect(ordinary.ok && ordinary.claims).toEqual([]);
  });

  it('does: a supporter may sign beside the others, and completes nothing', () => {
    const parties = [...draft().parties, { organizationId: 'friends', role: 'SUPPORTER' as const, country: 'TH' as const }];
    const contacts = [
      ...draft().contacts,
      { ...draft().contacts[4]!, personId: 'friend', organizationId: 'friends', country: 'TH' as const },
    ];
    const signed = signAll(aProject({ draft: { parties, contacts } }).at('signing'));
    expect(signed.subState).toBe('signed');
    expect(answer(signed, signature('friends', 'friend', '2026-01-14'), on('2026-01-14'))).toEqual(['PartySigned']);
  });

  it('refuses: a signature dated in the future or before the award', () => {
    const state = aProject().at('signing');
    expect(answer(state, signature('host-college', 'host', '2026-01-10'), on('2026-01-09'))).toBe('DATE_IN_FUTURE');
    expect(answer(state, signature('host-college', 'host', '2025-10-16'), on('2026-01-09'))).toBe('DATE_IN_PAST');
    expect(answer(state, signature('host-college', 'host', '2025-10-17'), on('2026-01-09'))).toContain('PartySigned');
  });

  it('refuses: dates that are none, and years of the Buddhist era', () => {
    const state = aProject().at('signing');
    expect(answer(state, signature('host-college', 'host', '2026-02-30'), on('2026-01-09'))).toBe('NOT_A_DATE');
    expect(answer(state, signature('host-college', 'host', '2569-01-08'), on('2026-01-09'))).toBe('LOOKS_BUDDHIST_YEAR');
  });

  it('refuses: an organization that is no party, and a person who may not sign for it', () => {
    const state = aProject().at('signing');
    expect(answer(state, signature('stranger', 'host', '2026-01-08'), on('2026-01-09'))).toBe('UNKNOWN_OBJECT');
    expect(answer(state, signature('host-college', 'firm', '2026-01-08'), on('2026-01-09'))).toBe('SIGNATURE_MISSING');
    expect(answer(state, signature('college', 'lead', '2026-01-08'), on('2026-01-09'))).toBe('SIGNATURE_MISSING');
  });

  it('refuses: a signatory who records another party’s signature, a person without the right, and the clock', () => {
    const state = aProject().at('signing');
    expect(answer(state, host, on('2026-01-09', person('firm')))).toBe('NOT_ALLOWED');
    expect(answer(state, host, on('2026-01-09', people.lead))).toBe('NOT_ALLOWED');
    expect(decideMou(state, host, context(morning('2026-01-09'), people.clock))).toMatchObject({ violation: { code: 'NOT_ALLOWED' } });
  });

  it('refuses: before signing opens, also while the head decides on the lapse, and after it took effect', () => {
    expect(answer(aProject().at('comments-over'), host, on('2025-11-19'))).toBe('WRONG_STAGE');
    const undecided = runClock(aProject().at('comments-over'), morning('2026-01-17'));
    expect([undecided.subState, answer(undecided, host, on('2026-01-17'))]).toEqual(['lapse-decision', 'WRONG_STAGE']);
    expect(answer(aProject().at('kick-off'), host, on('2026-01-16'))).toBe('WRONG_STAGE');
  });

  it('refuses: a party whose turn it is not, where the policy sets an order', () => {
    const inOrder = { policy: { ...defaultPolicy, mou: { ...defaultPolicy.mou, signingOrder: 'in-order' as const } } };
    expect(answer(aProject().at('signing'), host, on('2026-01-09', people.officer, inOrder))).toBe('SIGNING_ORDER');
    expect(answer(aProject().at('partly-signed'), host, on('2026-01-09', people.officer, inOrder))).toContain('PartySigned');
    expect(answer(aProject().at('signed'), signature('nobody', 'host', '2026-01-08'), on('2026-01-15', people.officer, inOrder))).toBe(
      'UNKNOWN_OBJECT',
    );
  });

  it('repeats: a party signs once', () => {
    expect(answer(aProject().at('partly-signed'), signatures[0], on('2025-12-11'))).toBe('ALREADY_SIGNED');
    expect(answer(aProject().at('signed'), host, on('2026-01-15'))).toBe('ALREADY_SIGNED');
  });
});
