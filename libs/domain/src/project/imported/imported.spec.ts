import { defaultPolicy } from '../../policy/policy';
import { projectDecider } from '../../deciders';
import { allowedCommands } from '../allowed-commands';
import { answer, apply, callFacts, context, person, projectAt, text } from '../../spec-kit';
import type { ImportedRecord } from './imported.commands';

const admin = person('admin', 'AD');
const at = '2026-11-23T02:00:00.000Z';
const record: ImportedRecord = {
  callId: callFacts.callId,
  reference: `${callFacts.code}-LA-001`,
  hostCountry: 'LA',
  parties: [
    { organizationId: 'college', role: 'LEAD', country: 'CN' },
    { organizationId: 'ministry', role: 'MINISTRY', country: 'LA' },
  ],
  standards: [{ fieldCode: 'LOG', role: 'INDEPENDENT', label: 'IVET4', level: 4, team: text }],
  facts: [
    { what: 'KickOffHeld', on: '2023-06-07' },
    { what: 'DefenceRecorded', on: '2023-05-20' },
  ],
  outcome: 'completed',
};
const command = (change: Partial<ImportedRecord> = {}) => ({ type: 'ImportRecord', payload: { ...record, ...change } }) as const;

describe('ImportRecord', () => {
  it('does: the record stands closed with its outcome, its dates in order, nothing planned and nobody told', () => {
    const state = apply(undefined, command(), context(at, admin));
    expect(state).toMatchObject({
      stage: 'closed',
      subState: 'archived',
      outcome: 'completed',
      projectRef: record.reference,
      hostCountry: 'LA',
    });
    expect(state.imported?.facts.map(({ on }) => on)).toEqual(['2023-05-20', '2023-06-07']);
    expect(state.imported?.standards).toEqual(record.standards);
    expect([state.applicationRef, state.mou, state.contacts]).toEqual([undefined, undefined, []]);
    expect(projectDecider.toView(state)).toMatchObject({ closed: true, summary: `**${record.reference}** closed / archived` });
    expect(projectDecider.plan(state, defaultPolicy, { years: [] })).toEqual([]);
    const decision = projectDecider.decide(undefined, command(), context(at, admin));
    expect(decision.ok && decision.events.flatMap((event) => projectDecider.notifications(event, state, defaultPolicy))).toEqual([]);
  });

  it('does: facts of one day stay in the order of the source', () => {
    const facts: ImportedRecord['facts'] = [
      { what: 'Note', on: '2023-06-07' },
      { what: 'ProjectApproved', on: '2023-04-01' },
      { what: 'KickOffHeld', on: '2023-06-07' },
      { what: 'DefenceRecorded', on: '2023-05-20' },
      { what: 'Note', on: '2024-01-01' },
    ];
    expect(apply(undefined, command({ facts }), context(at, admin)).imported?.facts.map(({ what, on }) => `${on} ${what}`)).toEqual([
      '2023-04-01 ProjectApproved',
      '2023-05-20 DefenceRecorded',
      '2023-06-07 Note',
      '2023-06-07 KickOffHeld',
      '2024-01-01 Note',
    ]);
  });

  it('refuses: anybody but an administrator, and the clock', () => {
    expect(answer(undefined, command(), context(at, person('head', 'SH')))).toBe('NOT_ALLOWED');
    expect(answer(undefined, command(), context(at, { kind: 'system' }))).toBe('NOT_ALLOWED');
  });

  it('refuses: a call that is not there, the reference of another call, and what has not happened yet', () => {
    expect(answer(undefined, command({ callId: 'other' }), context(at, admin))).toBe('UNKNOWN_OBJECT');
    expect(answer(undefined, command({ reference: 'OTHER-2023-LA-001' }), context(at, admin))).toBe('UNKNOWN_OBJECT');
    expect(answer(undefined, command({ facts: [{ what: 'Note', on: '2026-11-24' }] }), context(at, admin))).toBe('DATE_IN_FUTURE');
  });

  it('repeats: a project that exists cannot be imported, and nobody is offered to', () => {
    expect(answer(apply(undefined, command(), context(at, admin)), command(), context(at, admin))).toBe('ALREADY_DONE');
    expect(allowedCommands(projectAt('draft'), admin).map(({ type }) => type)).not.toContain('ImportRecord');
  });
});
