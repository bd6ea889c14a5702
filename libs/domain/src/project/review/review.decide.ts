import type { DecideContext } from '../../shared/decision';
import type { ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import { decideAccept, decideAssignOfficer, decideCheckItem, decideResubmit, decideReturn } from './check.decide';
import { decideRecordDefence, decideScheduleDefence } from './defence.decide';
import { decideAcceptInvitation, decideDeclare, decideInvite, decideProposeExperts, decideScores } from './experts.decide';
import type { ReviewCommand } from './review.commands';

type Rules = {
  [T in ReviewCommand['type']]: (state: ProjectState, command: Extract<ReviewCommand, { type: T }>, ctx: DecideContext) => ProjectDecision;
};

const rules: Rules = {
  AssignOfficer: decideAssignOfficer,
  RecordCheckItem: decideCheckItem,
  AcceptApplication: (state, _command, ctx) => decideAccept(state, ctx),
  ReturnForCorrection: decideReturn,
  ResubmitCorrection: decideResubmit,
  ProposeExperts: decideProposeExperts,
  InviteExpert: decideInvite,
  AcceptInvitation: (state, _command, ctx) => decideAcceptInvitation(state, ctx),
  DeclareNoConflict: (state, _command, ctx) => decideDeclare(state, ctx),
  SubmitScores: decideScores,
  ScheduleDefence: decideScheduleDefence,
  RecordDefence: decideRecordDefence,
};

/** Answers a command of the stage `review`. */
export function decideReview(state: ProjectState, command: ReviewCommand, ctx: DecideContext): ProjectDecision {
  const rule = rules[command.type] as (state: ProjectState, command: ReviewCommand, ctx: DecideContext) => ProjectDecision;
  return rule(state, command, ctx);
}
