import { aDeadline, aDirectory, aNotifyingProject, anIntent } from '../../../../test/support/notification-builders';
import { aCall } from '../call/call.builder';
import type { CallState } from '../call/call.state';
import { aProject } from '../project/project.builder';
import type { ProjectState } from '../project/project.state';
import type { Owner } from '../shared/deadline';
import type { Proposal } from '../shared/proposal';
import { openTasks, type OpenTask } from './open-tasks';
import { resolveRecipients } from './resolve-recipients';

const proposal: Proposal = {
  proposalId: 'proposal-1',
  commandType: 'Hold',
  payload: {},
  proposedBy: 'head',
  proposedAt: '2026-01-05T00:00:00.000Z',
  lapsesAt: '2026-01-08T16:00:00.000Z',
};

function only(state: ProjectState | CallState): OpenTask {
  const [task, ...more] = openTasks(state);
  if (task === undefined || more.length > 0) throw new Error(`${openTasks(state).length} tasks`);
  return task;
}

function owedBy(owner: Owner, more: Partial<ProjectState> = {}): OpenTask {
  return only(aNotifyingProject({ deadlines: [aDeadline({ owner })], ...more }));
}

function keys(state: ProjectState | CallState): string[] {
  return openTasks(state).map(({ key }) => key);
}

describe('what a deadline asks', () => {
  it('names the command, what of it is fixed, and the date', () => {
    expect(owedBy({ role: 'AC', organizationId: 'lead' })).toEqual({
      key: 'report/2026',
      ladder: 'report',
      object: '2026',
      command: 'SubmitReport',
      fixed: { year: 2026 },
      dueOn: '2027-03-31',
      endsAt: '2027-03-31T16:00:00.000Z',
      people: ['lead-pl', 'lead-ac'],
      roles: [],
      except: [],
    });
  });

  it.each<[string, Owner, string[]]>([
    ['whoever is named', { role: 'EX', personId: 'expert-1' }, ['expert-1']],
    [
      'the legal representative beside his contacts, who are reminded',
      { role: 'LR', organizationId: 'lead' },
      ['lead-pl', 'lead-ac', 'lead-lr'],
    ],
    ['signatories beside their contacts', { role: 'PS', organizationId: 'host' }, ['host-pc', 'host-ps']],
    ['the project lead', { role: 'PL', organizationId: 'lead' }, ['lead-pl']],
    ['the officer of the file', { role: 'CO' }, ['co']],
    ['nobody where nobody is meant', { role: 'owner' }, []],
  ])('asks %s', (_, owner, people) => {
    expect(owedBy(owner)).toMatchObject({ people, roles: [] });
  });

  it('asks everybody whom its reminders go to', () => {
    for (const owner of [{ role: 'LR', organizationId: 'lead' }, { role: 'PS', organizationId: 'host' }, { role: 'CO' }] as Owner[]) {
      const state = aNotifyingProject({ deadlines: [aDeadline({ owner })] });
      const reminded = resolveRecipients(anIntent({ to: ['owner'], owner }), state, aDirectory()).map((one) => one.personId);
      expect(only(state).people).toEqual(expect.arrayContaining(reminded));
    }
  });

  it('asks the holders of a standing role, and the head for an officer while there is none', () => {
    expect(owedBy({ role: 'SH' })).toMatchObject({ people: [], roles: ['SH'], command: 'SubmitReport' });
    const { officerId: _, ...unassigned } = aNotifyingProject({
      deadlines: [aDeadline({ ladder: 'check', object: '-', owner: { role: 'CO' } })],
    });
    expect(only(unassigned)).toMatchObject({ people: [], roles: ['SH'], command: 'AssignOfficer', fixed: {} });
  });

  it('asks an expert for the declaration before the scores', () => {
    const deadlines = [aDeadline({ ladder: 'scoring', object: 'expert-1', owner: { role: 'EX', personId: 'expert-1' } })];
    const assigned = (state: 'accepted' | 'declared'): ProjectState =>
      aNotifyingProject({
        deadlines,
        review: { assignments: [{ expertId: 'expert-1', order: 1, state, country: 'LA', outsideYunnan: true }], sheets: [] },
      });
    expect(only(assigned('accepted')).command).toBe('DeclareNoConflict');
    expect(only(assigned('declared')).command).toBe('SubmitScores');
  });

  it('has no command where only a day is kept', () => {
    const task = only(
      aNotifyingProject({
        deadlines: [aDeadline({ ladder: 'mouComment', object: 'host', owner: { role: 'PC', organizationId: 'host' } })],
      }),
    );
    expect(task.command).toBeUndefined();
    expect(task.fixed).toEqual({});
  });

  it('names the party that signs', () => {
    const task = only(
      aNotifyingProject({ deadlines: [aDeadline({ ladder: 'signature', object: 'host', owner: { role: 'PS', organizationId: 'host' } })] }),
    );
    expect(task).toMatchObject({ command: 'RecordSignature', fixed: { organizationId: 'host' } });
  });

  it('asks nobody at moments of the clock and while its time stands still', () => {
    const stopped = { frozen: { unitsLeft: 3, heldOn: '2027-01-01' } };
    expect(openTasks(aNotifyingProject({ deadlines: [aDeadline({ ladder: 'clock' }), aDeadline(stopped)] }))).toEqual([]);
  });
});

describe('what a state asks', () => {
  it('asks the head to open signing once the time for comments is over', () => {
    expect(keys(aProject().at('commenting'))).not.toContain('OpenSigning/-');
    expect(openTasks(aProject().at('comments-over'))).toContainEqual(expect.objectContaining({ key: 'OpenSigning/-', roles: ['SH'] }));
  });

  it('asks the chair to record the acceptance, by the day the policy gives', () => {
    const task = openTasks(aProject().at('acceptance')).find(({ command }) => command === 'RecordAcceptance');
    expect(task).toMatchObject({ roles: ['CH'], people: [] });
    expect(task?.dueOn).toMatch(/^2026-0[45]/);
  });

  it('asks for the acceptance without a day where none is set', () => {
    expect(only({ ...aNotifyingProject(), subState: 'acceptance' })).toEqual({
      key: 'RecordAcceptance/-',
      object: '-',
      command: 'RecordAcceptance',
      fixed: {},
      people: [],
      roles: ['CH'],
      except: [],
    });
  });

  it('asks the officer to look at evidence, and stops while the project is held', () => {
    const milestone = { code: 'M3', weight: 1, plannedOn: '2026-02-01', forecastOn: '2026-02-01', evidence: [] };
    const construction = {
      durationMonths: 12,
      milestones: [
        { ...milestone, state: 'submitted' as const },
        { ...milestone, code: 'M4', state: 'open' as const },
      ],
    };
    const state = aNotifyingProject({ construction });
    expect(only(state)).toMatchObject({ key: 'AcceptEvidence/M3', fixed: { milestone: 'M3' }, people: ['co'] });
    const hold = {
      kind: 'suspension' as const,
      reasonCode: 'REQUEST',
      from: '2026-02-01T00:00:00.000Z',
      heldOn: '2026-02-01',
      automatic: false,
    };
    expect(openTasks({ ...state, hold })).toEqual([]);
  });

  it('asks the chair for the record of a defence that was not recorded yet', () => {
    const defence = { at: '2025-09-20T02:00:00.000Z', minutes: 30 };
    const state = aNotifyingProject({ subState: 'defence', review: { assignments: [], sheets: [], defence } });
    expect(keys(state)).toEqual(['RecordDefence/-']);
    expect(keys({ ...state, review: { ...state.review, defence: { ...defence, heldOn: '2025-09-20' } } })).toEqual([]);
  });

  it('asks the officers for the batch, the council for its decision, the head for notice and letters', () => {
    expect(keys(aCall())).toEqual([]);
    expect(only(aCall({ subState: 'reviewing' }))).toMatchObject({ command: 'PrepareProposal', roles: ['CO'] });
    expect(only(aCall({ subState: 'deciding' }))).toMatchObject({ command: 'DecideProposal', roles: ['CC', 'CM'] });
    const decision = { lines: [], decidedAt: '2025-10-14T00:00:00.000Z', decidedOn: '2025-10-14' };
    expect(only(aCall({ subState: 'deciding', decision }))).toMatchObject({ command: 'StartPublicNotice', roles: ['SH'] });
    expect(keys(aCall({ subState: 'public-notice', decision }))).toEqual([]);
    expect(only(aCall({ subState: 'public-notice', decision, noticeEnded: true }))).toMatchObject({
      command: 'AnnounceProjects',
      roles: ['SH'],
    });
    expect(keys(aCall({ subState: 'announced', decision, noticeEnded: true, announcedOn: '2025-10-30' }))).toEqual([]);
  });

  it('asks for a second person’s yes, but not the one who proposed', () => {
    const task = {
      key: 'ConfirmProposal/proposal-1',
      object: 'proposal-1',
      command: 'ConfirmProposal',
      fixed: { proposalId: 'proposal-1' },
      endsAt: proposal.lapsesAt,
      people: [],
      roles: ['SH'],
      except: ['head'],
    };
    expect(openTasks(aNotifyingProject({ proposals: [proposal] }))).toEqual([task]);
    expect(openTasks(aCall({ proposals: [proposal] }))).toEqual([task]);
    const putToCouncil = aNotifyingProject({ proposals: [{ ...proposal, asks: 'council' }] });
    expect(openTasks(putToCouncil)).toEqual([{ ...task, roles: ['CC', 'CM'] }]);
  });

  it('never asks twice for the same thing', () => {
    for (const step of ['accepting', 'commenting', 'signing', 'building', 'acceptance', 'operating'] as const) {
      const all = keys(aProject().at(step));
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
