import type { Actor } from '../people/roles';
import type { CallCommandType } from '../call/call.commands';
import type { ViolationCode } from '../shared/violation-codes';
import { allowedCommands } from './allowed-commands';
import type { ProjectCommandType } from './project.commands';
import { stages, type Stage, type SubState } from './project.stages';
import type { ProjectState } from './project.state';
import { projectCommandRights, type Who } from './project-permissions';

/** What a sub-state still needs on the way to the next stage: a command of the project, one of its call, the clock, or nothing more. */
type Step = { by: 'project'; type: ProjectCommandType } | { by: 'call'; type: CallCommandType } | { by: 'clock' } | { by: 'over' };

const project = (...types: ProjectCommandType[]): Step[] => types.map((type) => ({ by: 'project', type }));
const call = (type: CallCommandType): Step[] => [{ by: 'call', type }];
const clock: Step[] = [{ by: 'clock' }];
const over: Step[] = [{ by: 'over' }];

/** The steps that lead from each sub-state towards the next stage, the usual one first. The rules decide again when a command is given. */
const stepsOn: Record<SubState, readonly Step[]> = {
  draft: project('SubmitApplication'),
  submitted: clock,
  'early-returned': project('SubmitApplication'),
  checking: project('AcceptApplication'),
  returned: project('ResubmitCorrection'),
  resubmitted: project('AcceptApplication'),
  'not-accepted': over,
  accepted: project('ProposeExperts'),
  assigning: project('AcceptInvitation', 'DeclareNoConflict', 'SubmitScores', 'InviteExpert', 'ProposeExperts'),
  scoring: [...project('DeclareNoConflict', 'SubmitScores', 'ScheduleDefence'), ...call('FixRanking')],
  consensus: call('FixRanking'),
  defence: [...project('RecordDefence', 'SubmitScores'), ...call('FixRanking')],
  ranked: call('FixRanking'),
  'awaiting-decision': call('DecideProposal'),
  proposed: call('StartPublicNotice'),
  'public-notice': clock,
  challenged: clock,
  ready: call('AnnounceProjects'),
  reserve: clock,
  'reserve-offered': clock,
  rejected: over,
  appealed: clock,
  accepting: project('AcceptAward', 'SubmitMouDraft'),
  drafting: project('SubmitMouDraft'),
  commenting: project('OpenSigning', 'SubmitMouDraft'),
  clearance: project('OpenSigning', 'SubmitMouDraft'),
  signing: project('RecordSignature'),
  'partly-signed': project('RecordSignature'),
  'lapse-decision': project('RecordSignature', 'OpenSigning', 'SubmitMouDraft'),
  signed: clock,
  'kick-off': project('RecordKickOff'),
  building: project('AcceptEvidence', 'SubmitEvidence', 'SubmitSelfEvaluation'),
  'mid-term': project('AcceptEvidence', 'SubmitEvidence', 'SubmitSelfEvaluation'),
  recovery: project('AcceptEvidence', 'SubmitEvidence', 'SubmitSelfEvaluation'),
  'self-evaluation': project('SubmitSelfEvaluation', 'AcceptEvidence', 'SubmitEvidence'),
  acceptance: project('RecordAcceptance'),
  rectifying: project('RecordAcceptance'),
  operating: clock,
  'report-open': clock,
  'report-submitted': clock,
  'report-returned': clock,
  'renewal-talks': clock,
  expired: clock,
  exiting: over,
  archived: over,
};

/**
 * What moving a project to another stage means for one person: a form of the project or of its call to fill in, or why not: the refusal of the rule,
 * the roles whose step it is, the clock's own step, an end, or an order of stages that nobody changes by hand.
 */
export type StageMove = { to: Stage } & (
  | { way: 'project'; command: ProjectCommandType }
  | { way: 'call'; command: CallCommandType }
  /** Without a command where no step is possible at all: the project is on hold. */
  | { way: 'refused'; why: ViolationCode; command?: ProjectCommandType }
  | { way: 'theirs'; command: ProjectCommandType; roles: readonly Who[] }
  | { way: 'clock' | 'over' | 'back' | 'skips' }
);

function towardsNext(state: ProjectState, actor: Actor, to: Stage): StageMove {
  const steps = stepsOn[state.subState];
  const allowed = new Map(allowedCommands(state, actor).map((one) => [one.type, one]));
  const own = steps.flatMap((step) => (step.by === 'project' ? (allowed.get(step.type) ?? []) : []));
  const possible = own.find((one) => one.possible);
  if (possible !== undefined) return { to, way: 'project', command: possible.type };
  if (state.hold !== undefined) return { to, way: 'refused', why: 'ON_HOLD' };
  const ofCall = steps.find((step) => step.by === 'call');
  if (ofCall !== undefined) return { to, way: 'call', command: ofCall.type };
  const refused = own.find((one) => !one.possible);
  if (refused?.why !== undefined) return { to, way: 'refused', why: refused.why, command: refused.type };
  const theirs = steps.find((step) => step.by === 'project');
  if (theirs !== undefined) return { to, way: 'theirs', command: theirs.type, roles: projectCommandRights[theirs.type] };
  return { to, way: steps.some((step) => step.by === 'over') ? 'over' : 'clock' };
}

/** What each other stage would ask of a person who moves the project there on the board; a courtesy for pages, the rules decide when a command comes. */
export function stageMoves(state: ProjectState, actor: Actor): StageMove[] {
  const here = stages.indexOf(state.stage);
  return stages.flatMap((to, at): StageMove[] => {
    if (at === here) return [];
    if (at < here) return [{ to, way: 'back' }];
    return [at === here + 1 ? towardsNext(state, actor, to) : { to, way: 'skips' }];
  });
}
