import type { Actor } from '../people/roles';
import { apply, context, draft, facts, file, person, projectAt, runClock, text } from '../spec-kit';
import { allowedCommands } from './allowed-commands';
import { aProject, morning, mouDraft, people } from './project.builder';
import type { ProjectState } from './project.state';

const possible = (state: ProjectState, actor: Actor): string[] =>
  allowedCommands(state, actor).flatMap((command) => (command.possible ? [command.type] : []));
const why = (state: ProjectState, actor: Actor, type: string) =>
  allowedCommands(state, actor).find((command) => command.type === type)?.why;
const building = () => aProject().at('building');
const submitted = () =>
  apply(
    building(),
    { type: 'SubmitEvidence', payload: { milestone: 'M1', documents: [file] } },
    context(morning('2026-02-20'), people.lead),
  );
const allReached = (): ProjectState => {
  const state = building();
  const construction = state.construction && {
    ...state.construction,
    milestones: state.construction.milestones.map((m) => ({ ...m, state: 'reached' as const })),
  };
  return { ...state, ...(construction && { construction }) };
};
const reporting = () => runClock(aProject().at('operating'), morning('2027-01-10'));

describe('what a person is offered on the way of a project', () => {
  it('an officer invites whom he has proposed', () => {
    const accepted = projectAt('accepted');
    expect(why(accepted, people.officer, 'InviteExpert')).toBe('UNKNOWN_OBJECT');
    const proposed = apply(
      accepted,
      { type: 'ProposeExperts', payload: { experts: ['e1'] } },
      context(morning('2025-09-04'), people.officer, { facts: { people: { e1: facts('e1') } } }),
    );
    expect(possible(proposed, people.officer)).toContain('InviteExpert');
  });

  it('the legal representative accepts the award once', () => {
    expect(possible(aProject().at('accepting'), people.legal)).toContain('AcceptAward');
    const accepted = apply(
      aProject().at('accepting'),
      { type: 'AcceptAward', payload: { letter: file } },
      context(morning('2025-10-24'), people.legal),
    );
    expect(possible(accepted, people.legal)).not.toContain('AcceptAward');
    expect(possible(accepted, people.lead)).toContain('SubmitMouDraft');
    expect(possible(apply(accepted, mouDraft, context(morning('2025-11-03'), people.lead)), people.head)).toContain('OpenSigning');
  });

  it('evidence goes in while a milestone is open, and is accepted once it is there', () => {
    expect(possible(building(), people.lead)).toContain('SubmitEvidence');
    expect(why(building(), people.officer, 'AcceptEvidence')).toBe('UNKNOWN_OBJECT');
    expect(possible(submitted(), people.officer)).toContain('AcceptEvidence');
    expect(why(allReached(), people.lead, 'SubmitEvidence')).toBe('UNKNOWN_OBJECT');
  });

  it('there is no evidence to hand in where construction has no plan', () => {
    const { construction: _none, ...state } = building();
    expect(why(state, people.lead, 'SubmitEvidence')).toBe('UNKNOWN_OBJECT');
    expect(why(state, people.officer, 'AcceptEvidence')).toBe('UNKNOWN_OBJECT');
  });

  it('a report is written while its year is open, and answered once it is handed in', () => {
    expect(possible(reporting(), people.lead)).toContain('SubmitReport');
    expect(why(reporting(), people.officer, 'AcceptReport')).toBe('UNKNOWN_OBJECT');
    expect(why(aProject().at('operating'), people.lead, 'SubmitReport')).toBe('UNKNOWN_OBJECT');
    const handedIn = { ...reporting(), reports: reporting().reports.map((report) => ({ ...report, state: 'submitted' as const })) };
    expect(possible(handedIn, people.officer)).toContain('AcceptReport');
    expect(why(handedIn, people.lead, 'SubmitReport')).toBe('UNKNOWN_OBJECT');
  });

  it('nothing is held before it is handed in, and nothing twice', () => {
    expect(why(projectAt('submitted'), people.officer, 'Hold')).toBe('UNKNOWN_OBJECT');
    expect(possible(projectAt('checking'), people.officer)).toContain('Hold');
    expect(why(projectAt('checking'), people.officer, 'Resume')).toBe('UNKNOWN_OBJECT');
  });

  it('planned mails are touched where there are some, paused ones go on, and what was done can be taken back', () => {
    const aim = { rule: 'milestone', object: 'M1' };
    const touched = (type: 'PauseSeries' | 'ResumeSeries', state: ProjectState): ProjectState =>
      apply(state, { type, payload: aim }, context(morning('2026-02-20'), people.officer, { reason: text, commandId: type }));
    const offered = (state: ProjectState): string[] =>
      possible(state, people.officer).filter((type) => /Occurrence|SendNow|Snooze|Series|Intervention/.test(type));
    expect(offered(building())).toEqual(['SkipOccurrence', 'SendNow', 'Snooze', 'PauseSeries']);
    expect(offered(touched('PauseSeries', building()))).toContain('ResumeSeries');
    expect(offered(touched('PauseSeries', building()))).toContain('UndoIntervention');
    expect(why(projectAt('accepted'), people.officer, 'SkipOccurrence')).toBe('UNKNOWN_OBJECT');
    expect(possible(building(), people.lead)).not.toContain('SendNow');
  });

  it('whoever started a draft hands it in until it names its people', () => {
    expect(possible(projectAt('draft'), people.lead)).toEqual(['SubmitApplication']);
    const others = draft().contacts.filter((contact) => contact.personId !== 'lead');
    expect(possible({ ...projectAt('draft'), contacts: others }, people.lead)).toEqual([]);
    expect(possible(projectAt('draft'), person('stranger'))).toEqual([]);
  });
});
