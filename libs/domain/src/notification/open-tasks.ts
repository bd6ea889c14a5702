import type { CallState } from '../call/call.state';
import type { StandingRole } from '../people/roles';
import type { LadderKey } from '../policy/policy';
import type { ProjectState } from '../project/project.state';
import type { Deadline, Owner } from '../shared/deadline';
import type { Instant, LocalDate } from '../shared/local-date';
import type { Proposal } from '../shared/proposal';
import { actionOfLadder, fixedByObject } from './ladder-actions';
import { isStanding, peopleAsked, type NotifyingState, type ContactRole } from './resolve-recipients';

/** Something that is asked of people now: who is asked, by when, and the command that answers it. */
export interface OpenTask {
  /** What it is, unique in its project or call and the same as long as it is open: `report/2026`, `ConfirmProposal/<id>`. */
  key: string;
  /** Ladder row of the deadline behind it; absent for what a state or a proposal asks. */
  ladder?: LadderKey;
  /** What it is about: `2026`, `M3`, a party or person id, `-`. */
  object: string;
  /** The command that answers it; absent where nothing but the day is kept: a defence, comments on a draft. */
  command?: string;
  /** What of the command the task fixes. */
  fixed: Record<string, unknown>;
  dueOn?: LocalDate;
  endsAt?: Instant;
  /** People who are asked by name. */
  people: string[];
  /** Standing roles whose holders are asked. */
  roles: StandingRole[];
  /** People who are not asked although they hold such a role: nobody confirms his own proposal. */
  except: string[];
}

type Asked = Pick<OpenTask, 'people' | 'roles'>;

/**
 * What is asked of people now, from the state alone: what deadlines ask of whoever owes them, what waits for a second person's yes, and what the
 * Secretariat, the chair and the council have to do before anything goes on. Moments of the clock and stopped clocks ask nobody.
 */
export function openTasks(state: NotifyingState): OpenTask[] {
  const proposals = state.proposals.map(confirmation);
  return state.kind === 'call' ? [...callSteps(state), ...proposals] : [...projectTasks(state), ...proposals];
}

function projectTasks(state: ProjectState): OpenTask[] {
  const due = state.deadlines.flatMap((deadline) => (asks(deadline) ? [ofDeadline(deadline, state)] : []));
  return state.hold === undefined ? [...due, ...projectSteps(state)] : due;
}

function asks(deadline: Deadline): deadline is Deadline & { ladder: LadderKey } {
  return deadline.ladder !== 'clock' && deadline.frozen === undefined;
}

function ofDeadline(deadline: Deadline & { ladder: LadderKey }, state: ProjectState): OpenTask {
  const { ladder, object, owner, dueOn, endsAt } = deadline;
  const command = commandOf(deadline, state);
  return {
    key: `${ladder}/${object}`,
    ladder,
    object,
    ...(command === undefined ? {} : { command }),
    fixed: command === undefined ? {} : fixedByObject(command, object, owner.organizationId),
    dueOn,
    endsAt,
    ...askedBy(owner, state),
    except: [],
  };
}

/** The next command on the way to what a deadline asks: an officer first, and a declaration before scores. */
function commandOf({ ladder, owner }: Deadline, state: ProjectState): string | undefined {
  if (owner.role === 'CO' && owner.personId === undefined && state.officerId === undefined) return 'AssignOfficer';
  const accepted = state.review.assignments.some((one) => one.expertId === owner.personId && one.state === 'accepted');
  return ladder === 'scoring' && accepted ? 'DeclareNoConflict' : actionOfLadder(ladder);
}

function askedBy(owner: Owner, state: ProjectState): Asked {
  if (owner.personId !== undefined) return { people: [owner.personId], roles: [] };
  if (owner.role === 'CO') return officer(state);
  if (owner.role === 'owner') return { people: [], roles: [] };
  if (isStanding(owner.role)) return { people: [], roles: [owner.role] };
  return { people: peopleAsked({ ...owner, role: owner.role satisfies ContactRole }, state), roles: [] };
}

/** The file's officer; before one is assigned the head, who has to assign one. */
function officer(state: ProjectState): Asked {
  return state.officerId === undefined ? { people: [], roles: ['SH'] } : { people: [state.officerId], roles: [] };
}

function step(command: string, object: string, asked: Asked, due: Pick<OpenTask, 'dueOn' | 'endsAt'> = {}): OpenTask {
  return { key: `${command}/${object}`, object, command, fixed: fixedByObject(command, object), ...due, ...asked, except: [] };
}

const asRole = (...roles: StandingRole[]): Asked => ({ people: [], roles });

/** What a project's state asks without a ladder row of its own. */
function projectSteps(state: ProjectState): OpenTask[] {
  const { subState, review, construction } = state;
  const clock = state.deadlines.find((one) => one.object === 'acceptance');
  const evidence = (construction?.milestones ?? []).filter((one) => one.state === 'submitted');
  return [
    ...evidence.map((one) => step('AcceptEvidence', one.code, officer(state))),
    ...(readyToSign(state) ? [step('OpenSigning', '-', asRole('SH'))] : []),
    ...(subState === 'acceptance'
      ? [step('RecordAcceptance', '-', asRole('CH'), clock && { dueOn: clock.dueOn, endsAt: clock.endsAt })]
      : []),
    ...(subState === 'defence' && review.defence?.heldOn === undefined ? [step('RecordDefence', '-', asRole('CH'))] : []),
  ];
}

/** The parties' time for comments on the draft is over. */
function readyToSign({ subState, mou }: ProjectState): boolean {
  return subState === 'commenting' && mou?.commentsEndedAt !== undefined;
}

/** What a call's state asks: the ranking of the chair, the batch of the officers, the decision of the council, the letters of the head. */
function callSteps(state: CallState): OpenTask[] {
  const asked: Partial<Record<CallState['subState'], OpenTask>> = {
    reviewing: step('PrepareProposal', '-', asRole('CO')),
    deciding: state.decision === undefined ? step('DecideProposal', '-', asRole('CC', 'CM')) : step('StartPublicNotice', '-', asRole('SH')),
  };
  const announce = state.noticeEnded === true && state.announcedOn === undefined ? [step('AnnounceProjects', '-', asRole('SH'))] : [];
  const now = asked[state.subState];
  return now === undefined ? announce : [now, ...announce];
}

function confirmation({ proposalId, proposedBy, lapsesAt, asks }: Proposal): OpenTask {
  const asked = asks === undefined ? asRole('SH') : asRole('CC', 'CM');
  return { ...step('ConfirmProposal', proposalId, asked), endsAt: lapsesAt, except: [proposedBy] };
}
