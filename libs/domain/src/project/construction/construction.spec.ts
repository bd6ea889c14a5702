import { answer, apply, context, file, person, runClock, text } from '../../spec-kit';
import { aProject, morning, panel, panelMember, people } from '../project.builder';
import type { ProjectState } from '../project.state';
import type { ConstructionCommand } from './construction.commands';
import { decideConstruction } from './construction.decide';

const on = (date: string, actor: ReturnType<typeof person> = people.lead, change = {}) => context(morning(date), actor, change);
const milestone = (state: ProjectState, code: string) => state.construction?.milestones.find((m) => m.code === code);
const evidence = (code = 'M1', documentId = 'document-1'): ConstructionCommand => ({
  type: 'SubmitEvidence',
  payload: { milestone: code, documents: [{ ...file, documentId }] },
});
const accepted = (reachedOn: string, code = 'M1'): ConstructionCommand => ({
  type: 'AcceptEvidence',
  payload: { milestone: code, reachedOn },
});
const forecast = (forecastOn: string, code = 'M1'): ConstructionCommand => ({
  type: 'UpdateForecast',
  payload: { milestone: code, forecastOn, why: text },
});
const selfEvaluation = (signedBy = 'legal'): ConstructionCommand => ({
  type: 'SubmitSelfEvaluation',
  payload: { document: file, signedBy },
});

describe('RecordKickOff', () => {
  const kickOff = (heldOn: string): ConstructionCommand => ({ type: 'RecordKickOff', payload: { heldOn, minutes: file } });

  it('does: construction begins, the baseline freezes, the minutes are the evidence of the first milestone', () => {
    const state = apply(aProject().at('kick-off'), kickOff('2026-01-27'), on('2026-01-28'));
    expect([state.subState, state.construction?.kickOffHeldOn]).toEqual(['building', '2026-01-27']);
    expect(milestone(state, 'M0')).toMatchObject({ state: 'reached', actualOn: '2026-01-27', baselineOn: '2026-02-14', evidence: [file] });
    expect(milestone(state, 'M1')).toMatchObject({ state: 'open', plannedOn: '2026-04-14', baselineOn: '2026-04-14' });
    expect(state.deadlines.some((d) => d.ladder === 'kickOff')).toBe(false);
  });

  it('does: the baseline is the forecast of that day, the plan stays', () => {
    const moved = apply(aProject().at('kick-off'), forecast('2026-05-04'), on('2026-01-20'));
    expect(milestone(apply(moved, kickOff('2026-01-27'), on('2026-01-28')), 'M1')).toMatchObject({
      plannedOn: '2026-04-14',
      baselineOn: '2026-05-04',
      forecastOn: '2026-05-04',
    });
  });

  it('does: a late kick-off is recorded all the same', () => {
    const late = runClock(aProject().at('kick-off'), morning('2026-03-02'));
    expect(answer(late, kickOff('2026-03-01'), on('2026-03-02'))).toEqual(['KickOffHeld', 'DeadlineClosed']);
  });

  it('refuses: a day in the future or before the MoU took effect', () => {
    expect(answer(aProject().at('kick-off'), kickOff('2026-01-29'), on('2026-01-28'))).toBe('DATE_IN_FUTURE');
    expect(answer(aProject().at('kick-off'), kickOff('2026-01-13'), on('2026-01-28'))).toBe('DATE_IN_PAST');
  });

  it('refuses: before the MoU is in force, and by a partner', () => {
    expect(answer(aProject().at('signed'), kickOff('2026-01-14'), on('2026-01-14'))).toBe('MOU_NOT_IN_FORCE');
    expect(answer(aProject().at('kick-off'), kickOff('2026-01-27'), on('2026-01-28', person('host')))).toBe('NOT_ALLOWED');
    const { construction: site, ...rest } = aProject().at('kick-off');
    expect(answer({ ...rest, construction: site!, subState: 'acceptance' }, kickOff('2026-01-27'), on('2026-01-28'))).toBe('WRONG_STAGE');
  });

  it('repeats: one kick-off', () => {
    expect(answer(aProject().at('building'), kickOff('2026-01-28'), on('2026-01-29'))).toBe('ALREADY_DONE');
  });
});

describe('UpdateForecast', () => {
  it('does: says when and why; plan, baseline and deadline stay', () => {
    const state = apply(aProject().at('building'), forecast('2026-05-04'), on('2026-04-01'));
    expect(milestone(state, 'M1')).toMatchObject({
      plannedOn: '2026-04-14',
      baselineOn: '2026-04-14',
      forecastOn: '2026-05-04',
      why: text,
    });
    expect(state.deadlines.find((d) => d.object === 'M1')).toMatchObject({ dueOn: '2026-04-14', series: 1 });
  });

  it('refuses: a forecast in the past, an unknown or a reached milestone', () => {
    expect(answer(aProject().at('building'), forecast('2026-03-31'), on('2026-04-01'))).toBe('DATE_IN_PAST');
    expect(answer(aProject().at('building'), forecast('2026-05-04', 'M11'), on('2026-04-01'))).toBe('UNKNOWN_OBJECT');
    expect(answer(aProject().at('building'), forecast('2026-05-04', 'M0'), on('2026-04-01'))).toBe('ALREADY_DONE');
  });

  it('refuses: after construction, and by the officer', () => {
    expect(answer(aProject().at('acceptance'), forecast('2026-05-04'), on('2026-04-01'))).toBe('WRONG_STAGE');
    expect(answer(aProject().at('building'), forecast('2026-05-04'), on('2026-04-01', people.officer))).toBe('NOT_ALLOWED');
  });

  it('repeats: the same forecast again changes nothing', () => {
    expect(
      answer(apply(aProject().at('building'), forecast('2026-05-04'), on('2026-04-01')), forecast('2026-05-04'), on('2026-04-02')),
    ).toBe('ALREADY_DONE');
  });
});

describe('SubmitEvidence', () => {
  it('does: the milestone waits for the officer and nobody is reminded any more', () => {
    const state = apply(aProject().at('building'), evidence(), on('2026-04-01'));
    expect(milestone(state, 'M1')).toMatchObject({ state: 'submitted', evidence: [file] });
    expect(state.deadlines.some((d) => d.object === 'M1')).toBe(false);
  });

  it('does: more evidence may follow until it is accepted; only what is new is kept', () => {
    const state = apply(apply(aProject().at('building'), evidence(), on('2026-04-01')), evidence('M1', 'document-2'), on('2026-04-02'));
    expect(milestone(state, 'M1')?.evidence.map((d) => d.documentId)).toEqual(['document-1', 'document-2']);
  });

  it('refuses: no document, an unknown milestone, one that was reached, before the kick-off, and a partner without edit right', () => {
    const nothing: ConstructionCommand = { type: 'SubmitEvidence', payload: { milestone: 'M1', documents: [] } };
    expect(answer(aProject().at('building'), nothing, on('2026-04-01'))).toBe('EVIDENCE_MISSING');
    expect(answer(aProject().at('building'), evidence('M99'), on('2026-04-01'))).toBe('UNKNOWN_OBJECT');
    expect(answer(aProject().at('building'), evidence('M0'), on('2026-04-01'))).toBe('ALREADY_DONE');
    expect(answer(aProject().at('kick-off'), evidence(), on('2026-01-20'))).toBe('WRONG_STAGE');
    expect(answer(aProject().at('building'), evidence(), on('2026-04-01', person('host')))).toBe('NOT_ALLOWED');
  });

  it('repeats: the same documents again change nothing', () => {
    expect(answer(apply(aProject().at('building'), evidence(), on('2026-04-01')), evidence(), on('2026-04-02'))).toBe('ALREADY_DONE');
  });
});

describe('AcceptEvidence', () => {
  const submitted = () => apply(aProject().at('building'), evidence(), on('2026-04-01'));

  it('does: the milestone is reached on the day named, its mark goes', () => {
    const late = runClock(aProject().at('building'), morning('2026-04-16'));
    expect(milestone(late, 'M1')?.mark).toBe('amber');
    const handedIn = apply(late, evidence(), on('2026-04-16'));
    const state = apply(handedIn, accepted('2026-04-15'), on('2026-04-17', people.officer));
    expect(milestone(state, 'M1')).toEqual(expect.objectContaining({ state: 'reached', actualOn: '2026-04-15' }));
    expect(milestone(state, 'M1')).not.toHaveProperty('mark');
  });

  it('refuses: without evidence, an unknown milestone, and days that cannot be', () => {
    expect(answer(aProject().at('building'), accepted('2026-03-31'), on('2026-04-02', people.officer))).toBe('EVIDENCE_MISSING');
    expect(answer(submitted(), accepted('2026-03-31', 'M99'), on('2026-04-02', people.officer))).toBe('UNKNOWN_OBJECT');
    expect(answer(submitted(), accepted('2026-04-03'), on('2026-04-02', people.officer))).toBe('DATE_IN_FUTURE');
    expect(answer(submitted(), accepted('2026-01-13'), on('2026-04-02', people.officer))).toBe('DATE_IN_PAST');
  });

  it('refuses: the applicant himself, and outside construction', () => {
    expect(answer(submitted(), accepted('2026-03-31'), on('2026-04-02'))).toBe('NOT_ALLOWED');
    expect(answer(aProject().at('acceptance'), accepted('2026-02-20'), on('2026-04-02', people.officer))).toBe('WRONG_STAGE');
  });

  it('repeats: a milestone is reached once', () => {
    const state = apply(submitted(), accepted('2026-03-31'), on('2026-04-02', people.officer));
    expect(answer(state, accepted('2026-03-31'), on('2026-04-03', people.officer))).toBe('ALREADY_DONE');
  });
});

describe('SubmitSelfEvaluation', () => {
  const built = () => {
    const codes = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'];
    return codes.reduce(
      (s, code) => apply(apply(s, evidence(code), on('2026-03-01')), accepted('2026-03-01', code), on('2026-03-01', people.officer)),
      aProject().at('building'),
    );
  };

  it('does: with every other milestone reached, the acceptance is due in 60 days', () => {
    const state = aProject().at('acceptance');
    expect([state.subState, state.construction?.selfEvaluation?.signedBy]).toEqual(['acceptance', 'legal']);
    expect(milestone(state, 'M10')).toMatchObject({ state: 'reached', actualOn: '2026-03-02', evidence: [file] });
    expect(state.deadlines.find((d) => d.object === 'acceptance')).toMatchObject({
      because: { startOn: '2026-03-02', period: '60d', set: ['CN'], dueOn: '2026-05-01' },
      policyKey: 'construction.acceptWithin',
      owner: { role: 'CO' },
    });
  });

  it('does: a milestone not reached is explained by its changed forecast', () => {
    const explained = apply(built(), forecast('2026-12-24', 'M9'), on('2026-03-02'));
    expect(apply(explained, selfEvaluation(), on('2026-03-02')).subState).toBe('acceptance');
  });

  it('refuses: milestones neither reached nor explained', () => {
    expect(answer(built(), selfEvaluation(), on('2026-03-02'))).toBe('EVIDENCE_MISSING');
  });

  it('refuses: the signature of anybody but the legal representative of the lead', () => {
    expect(answer(built(), selfEvaluation('lead'), on('2026-03-02'))).toBe('SIGNATURE_MISSING');
    expect(answer(built(), selfEvaluation('host'), on('2026-03-02'))).toBe('SIGNATURE_MISSING');
  });

  it('refuses: before the kick-off, and by a contact who is not the project lead', () => {
    expect(answer(aProject().at('kick-off'), selfEvaluation(), on('2026-01-20'))).toBe('WRONG_STAGE');
    expect(answer(built(), selfEvaluation(), on('2026-03-02', person('contact')))).toBe('NOT_ALLOWED');
  });

  it('repeats: one self-evaluation', () => {
    expect(answer(aProject().at('acceptance'), selfEvaluation(), on('2026-03-03'))).toBe('ALREADY_DONE');
  });
});

describe('RecordAcceptance', () => {
  const five = Object.keys(panel);
  const record = (heldOn = '2026-03-20', present: string[] = five): ConstructionCommand => ({
    type: 'RecordAcceptance',
    payload: { result: 'passed', heldOn, present, minutes: file },
  });
  const withPanel = (date = '2026-03-20', change = {}, actor: ReturnType<typeof person> = people.chair) =>
    on(date, actor, { facts: { people: { ...panel, ...change } } });
  const waiting = () => aProject().at('acceptance');

  it('does: with 5 present, the chair and the host country among them, the workshop operates; construction’s clocks end', () => {
    const state = apply(waiting(), record(), withPanel());
    expect([state.stage, state.subState, state.construction?.acceptance]).toEqual([
      'annual-report',
      'operating',
      { result: 'passed', heldOn: '2026-03-20', minutes: file },
    ]);
    expect(state.deadlines.map((d) => `${d.ladder}/${d.object}`)).toEqual(['clock/report-2026', 'expiry/-']);
  });

  it('does: explained milestones need no evidence any more; a report that is open goes on', () => {
    const codes = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9'];
    const explained = codes.reduce((s, code) => apply(s, forecast('2027-06-01', code), on('2026-03-02')), aProject().at('building'));
    const reporting = runClock(apply(explained, selfEvaluation(), on('2026-12-20')), morning('2027-01-04'));
    const state = apply(reporting, record('2027-01-04'), withPanel('2027-01-04'));
    expect([state.stage, state.subState]).toEqual(['annual-report', 'report-open']);
    expect(state.deadlines.map((d) => d.ladder)).toEqual(expect.not.arrayContaining(['milestone', 'kickOff']));
    expect(state.deadlines.map((d) => `${d.ladder}/${d.object}`).sort()).toEqual(['clock/report-2027', 'expiry/-', 'report/2026']);
  });

  it('refuses: fewer than 5, however often one is named', () => {
    expect(answer(waiting(), record('2026-03-20', ['chair', 'a1', 'a2', 'a3', 'a3']), withPanel())).toBe('NO_QUORUM');
  });

  it('refuses: without the chair, and without a member from the host country', () => {
    expect(answer(waiting(), record(), withPanel('2026-03-20', { chair: panelMember('chair') }))).toBe('NO_QUORUM');
    const decision = decideConstruction(
      waiting(),
      record(),
      withPanel('2026-03-20', { a1: panelMember('a1'), chair: panelMember('chair') }),
    );
    expect(decision).toMatchObject({
      violation: { code: 'NO_QUORUM', values: { present: 5, least: 5, missing: ['chair', 'host-country'] } },
    });
  });

  it('refuses: a member who belongs to a party, or is not known', () => {
    expect(answer(waiting(), record(), withPanel('2026-03-20', { a2: panelMember('a2', { organizationId: 'enterprise' }) }))).toBe(
      'CONFLICT_OF_INTEREST',
    );
    const { organizationId: _free, ...freelance } = panelMember('a2');
    expect(answer(waiting(), record(), withPanel('2026-03-20', { a2: freelance }))).toContain('AcceptancePassed');
    expect(answer(waiting(), record('2026-03-20', [...five, 'nobody']), withPanel())).toBe('UNKNOWN_OBJECT');
    expect(answer(waiting(), record(), on('2026-03-20', people.chair))).toBe('UNKNOWN_OBJECT');
  });

  it('refuses: a day in the future or before the self-evaluation', () => {
    expect(answer(waiting(), record('2026-03-21'), withPanel())).toBe('DATE_IN_FUTURE');
    expect(answer(waiting(), record('2026-03-01'), withPanel())).toBe('DATE_IN_PAST');
  });

  it('refuses: before the self-evaluation, and by anybody but a chair', () => {
    expect(answer(aProject().at('building'), record(), withPanel())).toBe('WRONG_STAGE');
    expect(answer(waiting(), record(), withPanel('2026-03-20', {}, people.head))).toBe('NOT_ALLOWED');
  });

  it('repeats: an acceptance is recorded once', () => {
    expect(answer(aProject().at('operating'), record(), withPanel('2026-03-21'))).toBe('ALREADY_DONE');
  });
});
