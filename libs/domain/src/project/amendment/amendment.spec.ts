import { projectDecider } from '../../deciders';
import { projectNotifications } from '../../notification/notification-rules';
import { stillNeeded } from '../../notification/still-needed';
import { isHeldForRelease } from '../../notification/held-letters';
import { openTasks } from '../../notification/open-tasks';
import { answer, apply, context, file, fold, person, runClock, text } from '../../spec-kit';
import { defaultPolicy, type Policy } from '../../policy/policy';
import { allowedCommands } from '../allowed-commands';
import { aProject, morning, people } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import { decideAmendment } from './amendment.decide';
import { changeableFields } from './change-items';
import { running, type Running } from './field-rule';

const id = '2026-02-02/change';
const on = (date: string, actor: ReturnType<typeof person> = people.lead, change = {}) =>
  context(morning(date), actor, { reason: text, commandId: id, ...change });

const building = (): ProjectState => aProject().at('building');
type Asked = Extract<ProjectCommand, { type: 'ProposeChange' }>['payload'];

function propose(items: [path: string, value: string][], more: Partial<Asked> = {}): ProjectCommand {
  return { type: 'ProposeChange', payload: { kind: 'amendment', items: items.map(([path, value]) => ({ path, new: value })), ...more } };
}

function correct(items: [path: string, value: string][]): ProjectCommand {
  return propose(items, { kind: 'correction', document: file });
}

const about = (type: 'ApproveChange' | 'ReturnChange' | 'RejectChange' | 'CancelChange' | 'UndoChange', changeId = id): ProjectCommand => ({
  type,
  payload: { changeId },
});

function signed(organizationId: string, personId: string, signedOn = '2026-02-05', changeId = id): ProjectCommand {
  const payload = { changeId, organizationId, personId, capacity: 'president', signedOn, place: text, document: file };
  return { type: 'RecordAmendmentSignature', payload };
}

const m6Later = propose([['milestones/M6/plannedOn', '2026-12-01']]);
const longer = propose([['construction/durationMonths', '14']]);
const newLeader = propose([['contacts/leader', 'contact']]);
const later = propose([['mou/expiresOn', '2031-06-30']]);

const asked = (command: ProjectCommand, state = building()): ProjectState => apply(state, command, on('2026-02-02'));
const approved = (command: ProjectCommand, state?: ProjectState): ProjectState =>
  apply(asked(command, state), about('ApproveChange'), on('2026-02-03', people.head));

/** Asked for on 2 February, approved on the 3rd, signed by all on the 5th. */
function inEffect(command: ProjectCommand, state?: ProjectState): ProjectState {
  const ready = approved(command, state);
  const signers = { college: 'legal', 'host-college': 'host', enterprise: 'firm' } as const;
  return (ready.changes?.at(-1)?.signatories ?? []).reduce(
    (s, party) => apply(s, signed(party, signers[party as keyof typeof signers]), on('2026-02-06', people.officer)),
    ready,
  );
}

const change = (state: ProjectState) => state.changes?.at(-1);
const due = (state: ProjectState, ladder: string, object: string) =>
  state.deadlines.find((d) => d.ladder === ladder && d.object === object)?.dueOn;
const milestone = (state: ProjectState, code: string) => state.construction?.milestones.find((m) => m.code === code);
const withPolicy = (part: Partial<Policy['change']>): { policy: Policy } => ({
  policy: { ...defaultPolicy, change: { ...defaultPolicy.change, ...part } },
});

describe('ProposeChange', () => {
  it('does: the list of old and new values is locked under a number, and its decision is due', () => {
    const state = asked(m6Later);
    expect(change(state)).toMatchObject({
      no: 'A1',
      kind: 'amendment',
      types: ['milestone-date'],
      items: [{ path: 'milestones/M6/plannedOn', old: '2026-11-14', new: '2026-12-01' }],
      state: 'proposed',
      proposedBy: 'lead',
    });
    expect(state.deadlines.find((d) => d.ladder === 'amendment')).toMatchObject({ object: 'A1', owner: { role: 'CO' }, consequences: [] });
    expect(milestone(state, 'M6')?.plannedOn).toBe('2026-11-14');
    const withOfficer = { ...state, officerId: 'officer' };
    expect(openTasks(withOfficer).find((task) => task.ladder === 'amendment')?.command).toBe('ApproveChange');
  });

  it('does: a major change is the head’s to decide', () => {
    expect(asked(longer).deadlines.find((d) => d.ladder === 'amendment')?.owner).toEqual({ role: 'SH' });
  });

  it('does: the Secretariat corrects its record at once where nobody else has to confirm', () => {
    const state = apply(building(), correct([['contacts/host/officeHead', 'yes']]), on('2026-02-02', people.officer));
    expect(change(state)).toMatchObject({ no: 'C1', state: 'in-effect', effectOn: '2026-02-02' });
    expect(state.contacts.find((one) => one.personId === 'host')?.officeHead).toBe(true);
    const back = apply(state, correct([['contacts/host/officeHead', 'no']]), on('2026-02-02', people.officer, { commandId: 'c2' }));
    expect(back.contacts.find((one) => one.personId === 'host')?.officeHead).toBe(false);
  });

  it('does: what was returned is asked for again under its number', () => {
    const returned = apply(asked(m6Later), about('ReturnChange'), on('2026-02-03', people.officer));
    const again = apply(returned, propose([['milestones/M6/plannedOn', '2026-12-15']]), on('2026-02-04', people.lead, { commandId: 'c2' }));
    expect(again.changes?.map((one) => [one.no, one.state, one.items[0]?.new])).toEqual([['A1', 'proposed', '2026-12-15']]);
  });

  it('does: a longer construction lets its milestones lie later, whatever their order in the list', () => {
    const both = propose([
      ['milestones/M9/plannedOn', '2027-02-01'],
      ['construction/durationMonths', '14'],
    ]);
    expect(change(asked(both))?.types).toEqual(['duration', 'milestone-date']);
  });

  it.each([
    ['outside the list', propose([['hostCountry', 'TH']]), 'CHANGE_UNKNOWN_FIELD'],
    ['a milestone that is not there', propose([['milestones/M99/plannedOn', '2026-12-01']]), 'CHANGE_UNKNOWN_FIELD'],
    ['a correction asked for as an amendment', propose([['construction/kickOffHeldOn', '2026-01-27']]), 'CHANGE_UNKNOWN_FIELD'],
    ['the same value', propose([['milestones/M6/plannedOn', '2026-11-14']]), 'CHANGE_NOTHING'],
    ['a past day', propose([['milestones/M6/plannedOn', '2026-02-02']]), 'DATE_IN_PAST'],
    ['no date', propose([['milestones/M6/plannedOn', '2026-02-30']]), 'NOT_A_DATE'],
    ['a day after the end', propose([['milestones/M6/plannedOn', '2027-02-01']]), 'DURATION_OUT_OF_RANGE'],
    ['too short', propose([['construction/durationMonths', '2']]), 'DURATION_OUT_OF_RANGE'],
    ['too long', propose([['construction/durationMonths', '200']]), 'DURATION_OUT_OF_RANGE'],
    ['no number', propose([['construction/durationMonths', 'a year']]), 'DURATION_OUT_OF_RANGE'],
    ['somebody of another organization', propose([['contacts/leader', 'host']]), 'UNKNOWN_OBJECT'],
    ['an expiry before the end of the construction', propose([['mou/expiresOn', '2026-06-30']]), 'DATE_IN_PAST'],
    ['an expiry that is no date', propose([['mou/expiresOn', 'soon']]), 'NOT_A_DATE'],
    ['an effect in the past', propose([['contacts/leader', 'contact']], { effectiveOn: '2026-02-01' }), 'CHANGE_BACKDATED'],
    ['an effect that is no date', propose([['contacts/leader', 'contact']], { effectiveOn: '2026-02-30' }), 'NOT_A_DATE'],
    ['an effect before anybody can sign', propose([['contacts/leader', 'contact']], { effectiveOn: '2026-02-20' }), 'CHANGE_TOO_SOON'],
    ['milestones after a shorter construction', propose([['construction/durationMonths', '8']]), 'CHANGE_COMBINATION'],
    [
      'two ends at one stroke',
      propose([
        ['construction/durationMonths', '14'],
        ['mou/expiresOn', '2031-06-30'],
      ]),
      'CHANGE_COMBINATION',
    ],
    [
      'one value twice',
      propose([
        ['milestones/M6/plannedOn', '2026-12-01'],
        ['milestones/M6/plannedOn', '2026-12-02'],
      ]),
      'CHANGE_COMBINATION',
    ],
  ])('refuses: %s', (_what, command, code) => {
    expect(answer(building(), command, on('2026-02-02'))).toBe(code);
  });

  it('refuses: more types than the policy allows in one amendment', () => {
    const two = propose([
      ['milestones/M6/plannedOn', '2026-12-01'],
      ['contacts/leader', 'contact'],
    ]);
    expect(answer(building(), two, on('2026-02-02', people.lead, withPolicy({ maxTypes: 1 })))).toBe('CHANGE_COMBINATION');
    expect(change(asked(two))?.types).toEqual(['milestone-date', 'project-leader']);
  });

  it('refuses: a value that is another than whoever asks has seen', () => {
    const items = [{ path: 'milestones/M6/plannedOn', old: '2026-11-01', new: '2026-12-01' }];
    expect(answer(building(), { type: 'ProposeChange', payload: { kind: 'amendment', items } }, on('2026-02-02'))).toBe('CHANGE_OVERTAKEN');
  });

  it('refuses: what is missed or done, and what the stage does not allow', () => {
    expect(answer(building(), propose([['milestones/M1/plannedOn', '2026-12-01']]), on('2026-05-02'))).toBe('DEADLINE_OVER');
    const handedIn = apply(building(), { type: 'SubmitEvidence', payload: { milestone: 'M6', documents: [file] } }, on('2026-02-02'));
    expect(answer(handedIn, m6Later, on('2026-02-02'))).toBe('ALREADY_DONE');
    expect(answer(aProject().at('operating'), longer, on('2026-04-02'))).toBe('CHANGE_NOT_ALLOWED_IN_STAGE');
    expect(answer(aProject().at('signed'), longer, on('2026-01-14'))).toBe('MOU_NOT_IN_FORCE');
    expect(answer(aProject().at('drafting'), longer, on('2025-10-25'))).toBe('MOU_NOT_IN_FORCE');
    const over = aProject().at('operating');
    const expired = { ...over, mou: { ...over.mou, expiredAt: morning('2031-01-14') } } as ProjectState;
    expect(answer(expired, later, on('2031-01-15'))).toBe('MOU_NOT_IN_FORCE');
    expect(answer(building(), propose([['construction/durationMonths', '48']]), on('2026-02-02'))).toEqual([
      'ChangeProposed',
      'DeadlineSet',
    ]);
    const short = { ...building(), mou: { ...building().mou, expiresOn: '2027-01-20' } } as ProjectState;
    expect(answer(short, longer, on('2026-02-02'))).toBe('DURATION_OUT_OF_RANGE');
  });

  it('refuses: to correct what is the parties’ own, without the paper, with a date, by a party', () => {
    const officer = on('2026-02-02', people.officer);
    expect(answer(building(), correct([['titleZh', '工坊']]), officer)).toBe('ONLY_BY_AMENDMENT');
    expect(answer(building(), correct([['mou/expiresOn', '2031-06-30']]), officer)).toBe('ONLY_BY_AMENDMENT');
    expect(answer(building(), correct([['secrets', 'x']]), officer)).toBe('CHANGE_UNKNOWN_FIELD');
    expect(answer(building(), correct([['contacts/host/officeHead', 'maybe']]), officer)).toBe('UNKNOWN_OBJECT');
    expect(answer(building(), correct([['contacts/nobody/officeHead', 'yes']]), officer)).toBe('CHANGE_UNKNOWN_FIELD');
    expect(answer(building(), correct([['construction/kickOffHeldOn', '2026-01-10']]), officer)).toBe('DATE_IN_PAST');
    expect(answer(building(), correct([['milestones/M6/actualOn', '2026-01-20']]), officer)).toBe('CHANGE_UNKNOWN_FIELD');
    const bare = propose([['contacts/host/officeHead', 'yes']], { kind: 'correction' });
    expect(answer(building(), bare, officer)).toBe('DOCUMENT_MISSING');
    const dated = propose([['contacts/host/officeHead', 'yes']], { kind: 'correction', document: file, effectiveOn: '2026-02-02' });
    expect(answer(building(), dated, officer)).toBe('CORRECTION_AT_ONCE');
    expect(answer(building(), correct([['contacts/host/officeHead', 'yes']]), on('2026-02-02'))).toBe('NOT_ALLOWED');
  });

  it('refuses: without a reason, by the clock, on hold', () => {
    const { reason: _none, ...silent } = on('2026-02-02');
    expect(answer(building(), m6Later, silent)).toBe('REASON_REQUIRED');
    expect(answer(building(), m6Later, on('2026-02-02', people.clock))).toBe('NOT_ALLOWED');
    const held: ProjectCommand = { type: 'Hold', payload: { kind: 'suspension', reasonCode: 'REQUEST' } };
    const proposal = apply(building(), held, on('2026-02-02', people.head));
    const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: id } };
    expect(answer(apply(proposal, confirm, on('2026-02-02', person('deputy', 'SH'))), m6Later, on('2026-02-03'))).toBe('ON_HOLD');
    const byItself = decideAmendment(building(), { type: 'CancelChange', payload: { changeId: id } }, on('2026-02-02', people.clock));
    expect(byItself).toMatchObject({ ok: false, violation: { code: 'NOT_ALLOWED' } });
  });

  it('repeats: a second change while one is open is refused', () => {
    expect(answer(asked(m6Later), newLeader, on('2026-02-03'))).toBe('CHANGE_OPEN');
    const several = withPolicy({ oneOpen: false });
    expect(answer(asked(m6Later), newLeader, on('2026-02-03', people.lead, { ...several, commandId: 'c2' }))).toEqual([
      'ChangeProposed',
      'DeadlineSet',
    ]);
    expect(answer(asked(m6Later), m6Later, on('2026-02-03', people.lead, several))).toBe('CHANGE_OPEN');
  });
});

describe('ApproveChange', () => {
  it('does: a minor change takes effect at once, and its reminders move', () => {
    const state = approved(m6Later);
    expect(change(state)).toMatchObject({ state: 'in-effect', decidedBy: 'head', effectOn: '2026-02-03' });
    expect(milestone(state, 'M6')).toMatchObject({ plannedOn: '2026-12-01', forecastOn: '2026-12-01', baselineOn: '2026-11-14' });
    expect([due(state, 'milestone', 'M6'), due(state, 'amendment', 'A1')]).toEqual(['2026-12-01', undefined]);
  });

  it('does: an expectation of its own stays where it is', () => {
    const expected = apply(
      building(),
      { type: 'UpdateForecast', payload: { milestone: 'M6', forecastOn: '2026-11-20', why: text } },
      on('2026-02-02'),
    );
    expect(milestone(approved(m6Later, expected), 'M6')).toMatchObject({ plannedOn: '2026-12-01', forecastOn: '2026-11-20' });
  });

  it('does: on its stated day the clock lets it take effect', () => {
    const waiting = approved(propose([['milestones/M6/plannedOn', '2026-12-01']], { effectiveOn: '2026-03-02' }));
    expect(change(waiting)).toMatchObject({ state: 'approved', effectOn: '2026-03-02' });
    const state = runClock(waiting, morning('2026-03-02'));
    expect(change(state)).toMatchObject({ state: 'in-effect', effectOn: '2026-03-02' });
    expect(milestone(state, 'M6')?.plannedOn).toBe('2026-12-01');
  });

  it('does: what has become another meanwhile lapses as overtaken', () => {
    const waiting = approved(propose([['milestones/M6/plannedOn', '2026-12-01']], { effectiveOn: '2026-03-02' }));
    const handedIn = apply(waiting, { type: 'SubmitEvidence', payload: { milestone: 'M6', documents: [file] } }, on('2026-02-10'));
    expect(change(runClock(handedIn, morning('2026-03-02')))).toMatchObject({ state: 'lapsed', lapsedFor: 'overtaken' });
  });

  it('does: a second officer confirms a correction of a date of record', () => {
    const wrong = apply(building(), correct([['construction/kickOffHeldOn', '2026-01-27']]), on('2026-02-02', people.officer));
    expect(change(wrong)?.state).toBe('proposed');
    const state = apply(wrong, about('ApproveChange'), on('2026-02-03', person('officer-2', 'CO')));
    expect(state.construction?.kickOffHeldOn).toBe('2026-01-27');
    const reached = apply(
      state,
      correct([['milestones/M0/actualOn', '2026-01-27']]),
      on('2026-02-02', people.officer, { commandId: 'c2' }),
    );
    const both = apply(reached, about('ApproveChange', 'c2'), on('2026-02-03', people.head));
    expect(milestone(both, 'M0')?.actualOn).toBe('2026-01-27');
    const lead = apply(both, correct([['contacts/lead/primary', 'no']]), on('2026-02-02', people.officer, { commandId: 'c3' }));
    expect(change(lead)?.state).toBe('proposed');
  });

  it('does: a major one waits for its signatures', () => {
    const state = approved(longer);
    expect(change(state)).toMatchObject({ state: 'approved', signatories: ['college', 'host-college', 'enterprise'] });
    expect(state.deadlines.filter((d) => d.ladder === 'amendmentSign').map((d) => d.object)).toEqual([
      'college',
      'host-college',
      'enterprise',
    ]);
    const tasks = openTasks(state).filter((task) => task.ladder === 'amendmentSign');
    expect(tasks[0]).toMatchObject({ command: 'RecordAmendmentSignature', fixed: { organizationId: 'college' } });
    expect(change(approved(newLeader))?.signatories).toEqual(['college', 'host-college']);
  });

  it('refuses: whoever asked for it, an officer for a major one, what is unknown', () => {
    expect(answer(asked(m6Later), about('ApproveChange'), on('2026-02-03', person('lead', 'SH')))).toBe('SAME_PERSON');
    expect(answer(asked(longer), about('ApproveChange'), on('2026-02-03', people.officer))).toBe('NOT_ALLOWED');
    expect(answer(asked(m6Later), about('ApproveChange', 'other'), on('2026-02-03', people.head))).toBe('UNKNOWN_OBJECT');
    expect(answer(building(), about('ApproveChange'), on('2026-02-03', people.head))).toBe('UNKNOWN_OBJECT');
    expect(answer(asked(m6Later), about('ApproveChange'), on('2026-11-30', people.head))).toBe('DEADLINE_OVER');
  });

  it('repeats: a change is decided once', () => {
    expect(answer(approved(longer), about('ApproveChange'), on('2026-02-04', people.head))).toBe('CHANGE_DECIDED');
  });
});

describe('ReturnChange', () => {
  it('does: whoever asked reads why and may ask again', () => {
    const state = apply(asked(m6Later), about('ReturnChange'), on('2026-02-03', people.officer));
    expect(change(state)).toMatchObject({ state: 'returned', decision: text });
    expect(due(state, 'amendment', 'A1')).toBeUndefined();
  });

  it('refuses: without a reason, and his own', () => {
    const { reason: _none, ...silent } = on('2026-02-03', people.officer);
    expect(answer(asked(m6Later), about('ReturnChange'), silent)).toBe('REASON_REQUIRED');
    const own = apply(building(), m6Later, on('2026-02-02', people.officer));
    expect(answer(own, about('ReturnChange'), on('2026-02-03', people.officer))).toBe('SAME_PERSON');
  });

  it('repeats: a returned change is not returned again', () => {
    const returned = apply(asked(m6Later), about('ReturnChange'), on('2026-02-03', people.officer));
    expect(answer(returned, about('ReturnChange'), on('2026-02-04', people.officer))).toBe('CHANGE_DECIDED');
    expect(answer(returned, correct([['contacts/host/officeHead', 'yes']]), on('2026-02-04', people.officer))).toBe('CHANGE_OPEN');
  });
});

describe('RejectChange', () => {
  it('does: everything stays as it is', () => {
    const state = apply(asked(longer), about('RejectChange'), on('2026-02-03', people.head));
    expect([change(state)?.state, state.construction?.endsOn]).toEqual(['rejected', '2027-01-14']);
  });

  it('refuses: an officer for a major one', () => {
    expect(answer(asked(longer), about('RejectChange'), on('2026-02-03', people.officer))).toBe('NOT_ALLOWED');
  });

  it('repeats: a rejected change is not rejected again; the next has its own number', () => {
    const rejected = apply(asked(longer), about('RejectChange'), on('2026-02-03', people.head));
    expect(answer(rejected, about('RejectChange'), on('2026-02-04', people.head))).toBe('CHANGE_DECIDED');
    expect(apply(rejected, longer, on('2026-02-04', people.lead, { commandId: 'c2' })).changes?.map((one) => one.no)).toEqual(['A1', 'A2']);
  });
});

describe('CancelChange', () => {
  it('does: whoever asked takes it back before anybody signs', () => {
    const state = apply(approved(longer), about('CancelChange'), on('2026-02-04'));
    expect(change(state)?.state).toBe('cancelled');
    expect(state.deadlines.filter((d) => d.ladder === 'amendmentSign' || d.object === 'sign-A1')).toEqual([]);
    const waiting = approved(propose([['milestones/M6/plannedOn', '2026-12-01']], { effectiveOn: '2026-03-02' }));
    expect(apply(waiting, about('CancelChange'), on('2026-02-04', people.head)).deadlines.some((d) => d.object === 'effect-A1')).toBe(
      false,
    );
  });

  it('refuses: somebody else, after a signature, what is unknown', () => {
    expect(answer(asked(longer), about('CancelChange'), on('2026-02-04', people.officer))).toBe('NOT_ALLOWED');
    const half = apply(approved(longer), signed('college', 'legal'), on('2026-02-06', people.officer));
    expect(answer(half, about('CancelChange'), on('2026-02-06'))).toBe('LEGAL_ACT');
    expect(answer(asked(longer), about('CancelChange', 'other'), on('2026-02-04'))).toBe('UNKNOWN_OBJECT');
  });

  it('repeats: what is taken back is not taken back again', () => {
    const gone = apply(asked(longer), about('CancelChange'), on('2026-02-04'));
    expect(answer(gone, about('CancelChange'), on('2026-02-05'))).toBe('CHANGE_DECIDED');
  });
});

describe('RecordAmendmentSignature', () => {
  it('does: with the last signature a longer construction is true: its end and its last milestone move', () => {
    const state = inEffect(longer);
    expect(change(state)).toMatchObject({ state: 'in-effect', effectOn: '2026-02-06' });
    expect(state.construction).toMatchObject({ durationMonths: 14, endsOn: '2027-03-14' });
    expect([milestone(state, 'M10')?.plannedOn, due(state, 'milestone', 'M10')]).toEqual(['2027-03-14', '2027-03-15']);
    expect(state.deadlines.some((d) => d.ladder === 'amendmentSign' || d.object === 'sign-A1')).toBe(false);
  });

  it('does: another person leads, and the MoU lasts longer', () => {
    expect(
      inEffect(newLeader)
        .contacts.filter((one) => one.lead)
        .map((one) => one.personId),
    ).toEqual(['contact']);
    const state = inEffect(later);
    expect([state.mou?.expiresOn, due(state, 'expiry', '-')]).toEqual(['2031-06-30', '2031-06-30']);
  });

  it('does: after the last signature it waits for its stated day', () => {
    const state = inEffect(propose([['contacts/leader', 'contact']], { effectiveOn: '2026-04-01' }));
    expect(change(state)).toMatchObject({ state: 'approved', effectOn: '2026-04-01' });
    expect(change(runClock(state, morning('2026-04-01')))?.state).toBe('in-effect');
  });

  it('does: a party records its own', () => {
    const state = apply(approved(newLeader), signed('host-college', 'host'), on('2026-02-06', person('host')));
    expect(change(state)?.signatures.map((one) => one.organizationId)).toEqual(['host-college']);
  });

  it('does: unsigned it lapses in the end; undecided it stays open, or lapses where the policy says so', () => {
    const unsigned = runClock(approved(newLeader), morning('2026-05-01'));
    expect(change(unsigned)).toMatchObject({ state: 'lapsed', lapsedFor: 'unsigned' });
    expect(unsigned.deadlines.some((d) => d.ladder === 'amendmentSign' || d.object === 'sign-A1')).toBe(false);
    expect(change(runClock(asked(newLeader), morning('2026-05-01')))?.state).toBe('proposed');
    const refusing = apply(building(), newLeader, on('2026-02-02', people.lead, withPolicy({ silence: 'refuse' })));
    expect(change(runClock(refusing, morning('2026-05-01'), withPolicy({ silence: 'refuse' })))).toMatchObject({ lapsedFor: 'silence' });
  });

  it('refuses: for another party, by another person, without the right, in the future, before it was asked for', () => {
    const ready = approved(newLeader);
    const officer = on('2026-02-06', people.officer);
    expect(answer(ready, signed('college', 'legal'), on('2026-02-06', person('host')))).toBe('NOT_ALLOWED');
    expect(answer(ready, signed('enterprise', 'firm'), officer)).toBe('UNKNOWN_OBJECT');
    expect(answer(ready, signed('college', 'host'), officer)).toBe('SIGNATURE_MISSING');
    expect(answer(ready, signed('college', 'legal', '2026-02-07'), officer)).toBe('DATE_IN_FUTURE');
    expect(answer(ready, signed('college', 'legal', '2026-02-01'), officer)).toBe('DATE_IN_PAST');
    expect(answer(ready, signed('college', 'legal', '2026-02-05', 'other'), officer)).toBe('UNKNOWN_OBJECT');
    expect(answer(building(), signed('college', 'legal'), officer)).toBe('UNKNOWN_OBJECT');
    expect(answer(asked(newLeader), signed('college', 'legal'), officer)).toBe('CHANGE_DECIDED');
  });

  it('repeats: a party signs once', () => {
    const half = apply(approved(newLeader), signed('college', 'legal'), on('2026-02-06', people.officer));
    expect(answer(half, signed('college', 'legal'), on('2026-02-06', people.officer))).toBe('ALREADY_SIGNED');
  });
});

describe('UndoChange', () => {
  const undo = on('2026-02-09', people.lead, { commandId: 'undo' });
  const sent = { changeMails: [{ kind: 'change-in-effect', on: '2026-02-06' }] };

  it('does: the opposite is asked for as a change of its own, with what cannot be taken back', () => {
    const state = apply(inEffect(longer), about('UndoChange'), { ...undo, facts: sent });
    expect(change(state)).toMatchObject({
      no: 'A2',
      inverseOf: id,
      state: 'proposed',
      items: [{ path: 'construction/durationMonths', old: '14', new: '12' }],
      cannotTakeBack: sent.changeMails,
    });
  });

  it('does: once in effect, everything is as it was, and the letter that corrects is offered', () => {
    const before = building();
    const asking = apply(inEffect(m6Later, before), about('UndoChange'), { ...undo, facts: sent });
    const decision = projectDecider.decide(asking, about('ApproveChange', 'undo'), on('2026-02-10', people.head));
    if (!decision.ok) throw new Error(decision.violation.code);
    const state = fold(asking, decision.events);
    expect(state.construction).toEqual(before.construction);
    expect(due(state, 'milestone', 'M6')).toBe(due(before, 'milestone', 'M6'));
    const told = decision.events.flatMap((event) => projectNotifications(event, state));
    expect(told.map((one) => one.kind)).toEqual(['change-in-effect', 'change-taken-back']);
    expect(told.map((one) => isHeldForRelease(one, defaultPolicy))).toEqual([false, true]);
  });

  it('does: a correction is undone with its paper', () => {
    const state = apply(building(), correct([['contacts/host/officeHead', 'yes']]), on('2026-02-02', people.officer));
    const back: ProjectCommand = { type: 'UndoChange', payload: { changeId: id, document: file } };
    const after = apply(state, back, on('2026-02-03', people.officer, { commandId: 'undo' }));
    expect(change(after)).toMatchObject({ no: 'C2', state: 'in-effect', inverseOf: id });
    expect(change(after)).not.toHaveProperty('cannotTakeBack');
  });

  it('refuses: while something later depends on it, naming what', () => {
    const done = inEffect(longer);
    const next = apply(done, propose([['milestones/M9/plannedOn', '2027-02-01']]), on('2026-02-07', people.lead, { commandId: 'c2' }));
    const moved = apply(next, about('ApproveChange', 'c2'), on('2026-02-08', people.head));
    const refused = projectDecider.decide(moved, about('UndoChange'), undo);
    expect(refused).toMatchObject({ ok: false, violation: { code: 'CHANGE_DEPENDED_ON', values: { milestones: ['M9'] } } });
    const twice = inEffect(m6Later);
    const again = apply(twice, propose([['milestones/M6/plannedOn', '2026-12-20']]), on('2026-02-07', people.lead, { commandId: 'c2' }));
    const other = apply(again, about('ApproveChange', 'c2'), on('2026-02-08', people.head));
    expect(answer(other, about('UndoChange'), undo)).toBe('CHANGE_DEPENDED_ON');
  });

  it('refuses: what is unknown or not in effect, and without a reason', () => {
    expect(answer(building(), about('UndoChange'), undo)).toBe('UNKNOWN_OBJECT');
    expect(answer(inEffect(longer), about('UndoChange', 'other'), undo)).toBe('UNKNOWN_OBJECT');
    expect(answer(asked(longer), about('UndoChange'), undo)).toBe('CHANGE_DECIDED');
    const { reason: _none, ...silent } = undo;
    expect(answer(inEffect(longer), about('UndoChange'), silent)).toBe('REASON_REQUIRED');
  });

  it('repeats: what was taken back is not taken back again', () => {
    const asking = apply(inEffect(m6Later), about('UndoChange'), undo);
    expect(answer(asking, about('UndoChange'), on('2026-02-10'))).toBe('CHANGE_OPEN');
    const gone = apply(asking, about('ApproveChange', 'undo'), on('2026-02-10', people.head));
    expect(answer(gone, about('UndoChange'), on('2026-02-11'))).toBe('ALREADY_DONE');
  });
});

describe('what is told of changes', () => {
  const told = (state: ProjectState, command: ProjectCommand, ctx: ReturnType<typeof on>) => {
    const decision = projectDecider.decide(state, command, ctx);
    if (!decision.ok) throw new Error(decision.violation.code);
    const after = fold(state, decision.events);
    return decision.events.flatMap((event) => projectNotifications(event, after));
  };

  it('asks who decides, then who signs, and tells the end', () => {
    expect(told(building(), m6Later, on('2026-02-02'))).toMatchObject([{ kind: 'change-proposed', to: ['CO', 'SH'], except: ['lead'] }]);
    expect(told(building(), longer, on('2026-02-02'))).toMatchObject([{ kind: 'change-proposed', to: ['SH'] }]);
    expect(told(asked(longer), about('ApproveChange'), on('2026-02-03', people.head))).toMatchObject([{ kind: 'amendment-signing' }]);
    expect(told(asked(longer), about('ReturnChange'), on('2026-02-03', people.head))).toMatchObject([{ kind: 'change-returned' }]);
    expect(told(asked(longer), about('RejectChange'), on('2026-02-03', people.head))).toMatchObject([{ kind: 'change-rejected' }]);
    expect(told(asked(m6Later), about('ApproveChange'), on('2026-02-03', people.head)).map((one) => one.kind)).toEqual([
      'change-in-effect',
    ]);
    expect(told(asked(longer), about('CancelChange'), on('2026-02-03'))).toEqual([]);
    const half = approved(newLeader);
    expect(told(half, signed('college', 'legal'), on('2026-02-06', people.officer))).toEqual([]);
    expect(told(building(), correct([['contacts/host/officeHead', 'yes']]), on('2026-02-02', people.officer))).toEqual([]);
    const waiting = propose([['milestones/M6/plannedOn', '2026-12-01']], { effectiveOn: '2026-03-02' });
    expect(told(asked(waiting), about('ApproveChange'), on('2026-02-03', people.head)).map((one) => one.kind)).toEqual(['change-approved']);
  });

  it('tells that a change lapsed, and asks nobody any more', () => {
    const lapsed = { type: 'ChangeLapsed', changeId: id, no: 'A1', why: 'unsigned', at: morning('2026-05-01') } as const;
    expect(projectNotifications(lapsed, approved(newLeader))).toMatchObject([{ kind: 'change-lapsed', object: 'A1' }]);
    const inverse = {
      type: 'ChangeTookEffect',
      changeId: id,
      no: 'A1',
      kind: 'amendment',
      effectOn: '2026-02-05',
      set: {},
      at: morning('2026-02-05'),
    } as const;
    expect(projectNotifications(inverse, building()).map((one) => one.kind)).toEqual(['change-in-effect']);
  });

  it('leaves a mail out that asks for what is decided or signed', () => {
    const directory = { holders: {} as never, people: {} };
    const [mail] = told(building(), longer, on('2026-02-02'));
    const waiting = { ...mail, personId: 'head', role: 'SH' } as Parameters<typeof stillNeeded>[0];
    expect(stillNeeded(waiting, approved(longer), directory, morning('2026-02-04'))).toEqual({ needed: false, why: 'done' });
    expect(stillNeeded(waiting, building(), directory, morning('2026-02-04'))).toEqual({ needed: false, why: 'done' });
    const [signing] = told(asked(longer), about('ApproveChange'), on('2026-02-03', people.head));
    const sign = { ...signing, personId: 'host', role: 'PS' } as Parameters<typeof stillNeeded>[0];
    expect(stillNeeded(sign, inEffect(longer), directory, morning('2026-02-07'))).toEqual({ needed: false, why: 'done' });
  });
});

describe('what a reader may ask to change', () => {
  it('lists every value with its present one, and says why it cannot be changed now', () => {
    const state = running(aProject().at('building')) as Running;
    const fields = changeableFields(state, { now: morning('2026-05-02'), policy: defaultPolicy });
    const one = (path: string) => fields.find((field) => field.path === path);
    expect(one('milestones/M6/plannedOn')).toMatchObject({ kind: 'amendment', type: 'milestone-date', input: 'date', value: '2026-11-14' });
    expect(one('milestones/M1/plannedOn')?.refusal?.code).toBe('DEADLINE_OVER');
    expect(one('milestones/M0/actualOn')).toMatchObject({ kind: 'correction', value: '2026-01-28' });
    expect(one('contacts/leader')?.value).toBe('lead');
    const headless = { ...state, contacts: state.contacts.map((each) => ({ ...each, lead: false })) };
    expect(
      changeableFields(headless, { now: morning('2026-05-02'), policy: defaultPolicy }).some((f) => f.path === 'contacts/leader'),
    ).toBe(false);
  });

  it('offers a button only where it makes sense', () => {
    const possible = (state: ProjectState, actor: ReturnType<typeof person>) =>
      allowedCommands(state, actor)
        .filter((one) => one.possible && one.type.includes('Change'))
        .map((one) => one.type)
        .filter((type) => type !== 'ChangeDeadline');
    expect(possible(building(), people.head)).toEqual(['ProposeChange']);
    expect(possible(asked(longer), people.head)).toEqual(['ApproveChange', 'ReturnChange', 'RejectChange', 'CancelChange']);
    expect(possible(asked(longer), people.lead)).toEqual(['CancelChange']);
    expect(possible(inEffect(m6Later), people.lead)).toEqual(['ProposeChange', 'UndoChange']);
    const signers = (state: ProjectState) =>
      allowedCommands(state, people.legal).find((one) => one.type === 'RecordAmendmentSignature')?.possible;
    expect([signers(asked(longer)), signers(approved(longer))]).toEqual([false, true]);
  });
});
