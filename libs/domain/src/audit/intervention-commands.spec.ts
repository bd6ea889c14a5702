import { projectCommandRights } from '../project/project-permissions';
import { interventionCommands, type AnyCommandType } from './intervention-commands';

describe('the commands by which people interfere', () => {
  it('stop, move, leave out, repeat or take back what would happen by itself, or answer such a command', () => {
    expect(interventionCommands).toEqual(
      expect.arrayContaining(['Hold', 'Resume', 'Snooze', 'SkipOccurrence', 'UndoIntervention', 'ConfirmProposal', 'RejectProposal']),
    );
  });

  it('are none of the ordinary course: neither what parties and experts do nor what the clock does', () => {
    const ordinary: AnyCommandType[] = ['SubmitApplication', 'SubmitScores', 'RecordSignature', 'SubmitReport', 'Wake', 'Sync'];
    expect(interventionCommands.filter((type) => ordinary.includes(type))).toEqual([]);
  });

  it('are given by the Secretariat and administrators alone, but for what parties ask of their contract and hand over among themselves', () => {
    const ofParties: AnyCommandType[] = [
      'ProposeChange',
      'CancelChange',
      'UndoChange',
      'OfferHandOver',
      'AcceptHandOver',
      'DeclineHandOver',
      'CancelHandOver',
    ];
    for (const type of interventionCommands.filter((one) => !ofParties.includes(one))) {
      expect(['CO', 'SH', 'AD', 'SYS']).toEqual(expect.arrayContaining([...projectCommandRights[type as 'Hold']]));
    }
  });
});
