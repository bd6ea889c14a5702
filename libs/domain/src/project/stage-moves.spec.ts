import { commandGroups } from './command-groups';
import { aProject, people } from './project.builder';
import { stages, subStates, type SubState } from './project.stages';
import type { ProjectState } from './project.state';
import { projectAt } from '../spec-kit';
import { stageMoves, type StageMove } from './stage-moves';

const to = (stage: string, state: ProjectState, actor: Parameters<typeof stageMoves>[1] = people.officer): StageMove | undefined =>
  stageMoves(state, actor).find((move) => move.to === stage);
const held = (state: ProjectState): ProjectState => ({
  ...state,
  hold: { kind: 'hold', reasonCode: 'other', from: '2026-02-20T02:00:00.000Z', heldOn: '2026-02-20', automatic: false } as never,
});

describe('moving a project to another stage on the board', () => {
  it('opens the form of the step that the person may take now', () => {
    expect(to('approval', projectAt('checking'))).toEqual({ to: 'approval', way: 'project', command: 'AcceptApplication' });
    expect(to('mou', { ...projectAt('accepted'), stage: 'approval', subState: 'ready' }, people.head)).toMatchObject({ way: 'call' });
    expect(to('construction', aProject().at('partly-signed'))).toEqual({ to: 'construction', way: 'project', command: 'RecordSignature' });
  });

  it('leads to the page of the call where the step is taken for all its projects at once', () => {
    const awaiting: ProjectState = { ...projectAt('accepted'), stage: 'approval', subState: 'awaiting-decision' };
    expect(to('mou', awaiting)).toEqual({ to: 'mou', way: 'call', command: 'DecideProposal' });
  });

  it('says with the rule’s own code why a step is not possible now', () => {
    expect(to('annual-report', aProject().at('building'))).toEqual({
      ...{ to: 'annual-report', way: 'refused', why: 'UNKNOWN_OBJECT' },
      command: expect.stringMatching(/^[A-Z]/) as string,
    });
    expect(to('annual-report', held(aProject().at('building')))).toEqual({ to: 'annual-report', way: 'refused', why: 'ON_HOLD' });
  });

  it('names the roles whose step it is', () => {
    expect(to('annual-report', aProject().at('acceptance'))).toEqual({
      to: 'annual-report',
      way: 'theirs',
      command: 'RecordAcceptance',
      roles: ['CH'],
    });
  });

  it('leaves to the clock what comes by itself, and an end is an end', () => {
    expect(to('review', { ...projectAt('accepted'), stage: 'application', subState: 'submitted' })).toMatchObject({ way: 'clock' });
    expect(to('approval', { ...projectAt('accepted'), subState: 'not-accepted' })).toMatchObject({ way: 'over' });
  });

  it('goes neither back nor past a stage', () => {
    const ways = Object.fromEntries(stageMoves(aProject().at('building'), people.officer).map((move) => [move.to, move.way]));
    expect(ways).toMatchObject({ application: 'back', mou: 'back', closed: 'skips' });
    expect(ways).not.toHaveProperty('construction');
  });

  it('offers only commands that some person may give, in every sub-state and to everybody', () => {
    for (const stage of stages) {
      for (const subState of subStates[stage] as readonly SubState[]) {
        const state = { ...aProject().at('building'), stage, subState };
        for (const actor of [people.officer, people.head, people.lead, people.chair, people.clock]) {
          const moves = stageMoves(state, actor);
          expect(moves).toHaveLength(stages.length - 1);
          for (const move of moves) if (move.way === 'project') expect(Object.keys(commandGroups)).toContain(move.command);
        }
      }
    }
  });
});
