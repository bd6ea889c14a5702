import type { MouCommand } from '../mou/mou.commands';
import type { PlanningCommand } from '../planning/planning.commands';
import type { ReviewCommand } from '../review/review.commands';
import type { ControlCommand } from './control.commands';

/**
 * One of several changes to a project, a command but for its reason, which all share: what changes dates, mails, people and the step of a project that goes
 * on. None of them takes or gives back a slot. An end, another policy and the answers of second persons are decisions of their own.
 */
export type ModifyAct = Extract<
  ControlCommand | PlanningCommand | MouCommand | ReviewCommand,
  {
    type:
      | 'Hold'
      | 'Resume'
      | 'Rewind'
      | 'AssignOfficer'
      | 'GrantExtension'
      | 'SkipOccurrence'
      | 'SendNow'
      | 'Snooze'
      | 'ChangeDeadline'
      | 'PauseSeries'
      | 'ResumeSeries'
      | 'UndoIntervention';
  }
>;

/** Several changes as one commit: all happen or none. */
export interface ModifyCommand {
  type: 'Modify';
  payload: { acts: ModifyAct[] };
}
