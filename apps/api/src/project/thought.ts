import { randomUUID } from 'node:crypto';
import {
  changesOf,
  foresee,
  projectDecider,
  type Actor,
  type ChangeSet,
  type Decision,
  type Instant,
  type NotificationIntent,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectState,
  type Violation,
} from '@app/domain';
import type { Question, RuleRoom } from '../commands/rule-room';
import { nextOfChange, nextToSign, somebodyElse, withPaper } from './change-course';

/** What will be told at which instant. */
export interface Telling {
  intent: NotificationIntent;
  at: Instant;
}

/** What has to be there before an act can really be done, or come into effect, beside the yes of those who decide. */
export const obstacleCodes = ['LETTER_NEEDED', 'PROOF_NEEDED', 'MINUTES_NEEDED', 'NOBODY_SIGNS'] as const;

/** What speaks against an act that was only thought of: a paper that is missing, a party that nobody signs for, a rule that would stop its change. */
export interface Obstacle {
  /** Place of the act, from 0. */
  act: number;
  code: (typeof obstacleCodes)[number] | Violation['code'];
  values?: Violation['values'];
}

/** A change that was played as if everybody had agreed. */
export interface PlayedChange {
  act: number;
  changeId: string;
}

/** A project after acts that were only thought of. */
export interface Thought {
  state: ProjectState;
  now: Instant;
  events: ProjectEvent[];
  tellings: Telling[];
  obstacles: Obstacle[];
  changes: PlayedChange[];
}

type Asked = Omit<Question, 'now' | 'commandId'>;

/** What the rules answer, and which paper they would have asked for. */
interface Decided {
  decision: Decision<ProjectEvent>;
  lacks?: Obstacle['code'];
}

/** An approval and the signatures of all parties. */
const mostSteps = 40;

/** A project as it stands, before anything is thought of. */
export function asItStands(state: ProjectState, now: Instant): Thought {
  return { state, now, events: [], tellings: [], obstacles: [], changes: [] };
}

/** Tellings of a line of the forecast. */
export function tellingsOf({ notifications, at }: { notifications: NotificationIntent[]; at: Instant }): Telling[] {
  return notifications.map((intent) => ({ intent, at }));
}

/** Plays acts, the clock and changes by the rules themselves, on a state that is only thought of; writes nothing. */
export class Thinker {
  constructor(
    private readonly rules: RuleRoom,
    private readonly id: string,
  ) {}

  /**
   * Plays an act: what is under four eyes as a second person confirms it, a change as everybody agrees who has to. In `thinking` a paper that is missing
   * is taken as one that will be there. Answers why not, where a rule refuses.
   */
  async played(
    from: Thought,
    asked: Asked,
    { act, thinking }: { act: number; thinking: boolean },
  ): Promise<{ thought: Thought } | { violation: Violation }> {
    const { decision, lacks } = await (thinking ? this.decideWithPaper(from, asked) : this.decideAsItIs(from, asked));
    if (!decision.ok) return { violation: decision.violation };
    const obstacles = lacks === undefined ? from.obstacles : [...from.obstacles, { act, code: lacks }];
    const { events } = decision;
    const thought = await this.confirmed(await this.happened({ ...from, obstacles }, events), asked.actor, events);
    const about = events.find((event) => event.type === 'ChangeProposed' || event.type === 'ChangeApproved');
    return { thought: about === undefined ? thought : await this.agreed(thought, about.changeId, act) };
  }

  /** What is under four eyes is shown as it will be once somebody else has confirmed it. */
  private async confirmed(thought: Thought, actor: Actor, events: ProjectEvent[]): Promise<Thought> {
    const made = events.find((event) => event.type === 'ProposalMade');
    if (made === undefined || actor.kind !== 'person') return thought;
    const decision = await this.decide(thought, {
      actor: { ...actor, personId: somebodyElse, ...(made.proposal.asks === 'council' ? { roles: ['CC' as const] } : {}) },
      command: { type: 'ConfirmProposal', payload: { proposalId: made.proposal.proposalId } },
    });
    // A refusal is the second person's to meet; what is proposed is shown alone.
    return decision.ok ? this.happened(thought, decision.events) : thought;
  }

  private async decideAsItIs(thought: Thought, asked: Asked): Promise<Decided> {
    return { decision: await this.decide(thought, asked) };
  }

  private async decide({ state, now }: Thought, asked: Asked): Promise<Decision<ProjectEvent>> {
    const question: Question = { ...asked, commandId: randomUUID(), now };
    return (await this.rules.decide({ kind: 'project', id: this.id }, state, question)) as Decision<ProjectEvent>;
  }

  /**
   * What the rules answer, where a paper that is missing is taken as one that will be there: `lacks` is what has to be brought then. A refusal of another
   * kind is answered as it is.
   */
  private async decideWithPaper(thought: Thought, asked: Asked): Promise<Decided> {
    const decision = await this.decide(thought, asked);
    if (decision.ok || decision.violation.code !== 'DOCUMENT_MISSING') return { decision };
    const command = withPaper(asked.command as ProjectCommand);
    if (command === undefined) return { decision };
    const papered = await this.decide(thought, { ...asked, command });
    return papered.ok ? { decision: papered, lacks: paperOf(command, papered.events) } : { decision: papered };
  }

  /** Plays what the clock does until an instant, as `commit` does before each command. */
  async waited(thought: Thought, until: Instant): Promise<Thought> {
    const { lines, state } = foresee(projectDecider, this.id, thought.state, {
      ...(await this.rules.setting(thought.state.policyVersion)),
      until,
    });
    const events = lines.flatMap((line) => line.events);
    return {
      ...thought,
      ...{ state, now: until, events: [...thought.events, ...events], tellings: [...thought.tellings, ...lines.flatMap(tellingsOf)] },
    };
  }

  /** The project after these events, with the mails that they ask for. */
  private async happened(thought: Thought, events: ProjectEvent[]): Promise<Thought> {
    const state = events.reduce<ProjectState>((folded, event) => projectDecider.evolve(folded, event), thought.state);
    const { policy } = await this.rules.setting(state.policyVersion);
    const intents = events.flatMap((event) => projectDecider.notifications(event, state, policy));
    const tellings = intents.map((intent) => ({ intent, at: thought.now }));
    return { ...thought, state, events: [...thought.events, ...events], tellings: [...thought.tellings, ...tellings] };
  }

  /**
   * Plays a change into effect by the rules themselves: approved, signed, its day reached. Where a rule refuses or nobody can sign, it stays there, and
   * that stands among the obstacles.
   */
  async agreed(from: Thought, changeId: string, act: number): Promise<Thought> {
    const played = await this.courseOf({ ...from, changes: [...from.changes, { act, changeId }] }, changeId, act);
    const why = stuckFor(changesOf(played.state).find((one) => one.changeId === changeId));
    const isTold = played.obstacles.some((one) => one.act === act && !isPaper(one.code));
    return why === undefined || isTold ? played : { ...played, obstacles: [...played.obstacles, { act, ...why }] };
  }

  private async courseOf(from: Thought, changeId: string, act: number): Promise<Thought> {
    let thought = from;
    for (let step = 0; step < mostSteps; step += 1) {
      const next = nextOfChange(thought.state, changeId, thought.now);
      if (next === undefined) break;
      if ('until' in next) return this.waited(thought, next.until > thought.now ? next.until : thought.now);
      const { decision, lacks } = await this.decideWithPaper(thought, next);
      const against: Obstacle[] = lacks === undefined ? [] : [{ act, code: lacks }];
      if (!decision.ok) against.push({ act, ...pick(decision.violation) });
      thought = { ...thought, obstacles: [...thought.obstacles, ...against] };
      if (!decision.ok) break;
      thought = await this.happened(thought, decision.events);
    }
    return thought;
  }
}

function pick({ code, values }: Violation): Pick<Obstacle, 'code' | 'values'> {
  return values === undefined ? { code } : { code, values };
}

function paperOf({ type }: ProjectCommand, events: ProjectEvent[]): Obstacle['code'] {
  if (type === 'ApproveChange') return 'MINUTES_NEEDED';
  const isCorrection = events.some((event) => event.type === 'ChangeProposed' && event.change.kind === 'correction');
  return isCorrection ? 'PROOF_NEEDED' : 'LETTER_NEEDED';
}

function isPaper(code: Obstacle['code']): boolean {
  return code === 'LETTER_NEEDED' || code === 'PROOF_NEEDED' || code === 'MINUTES_NEEDED';
}

/** Why a change has not come into effect though everybody has agreed who could. */
function stuckFor(change: ChangeSet | undefined): Pick<Obstacle, 'code' | 'values'> | undefined {
  if (change === undefined || change.state === 'in-effect') return undefined;
  if (change.lapsedFor !== undefined) return { code: 'CHANGE_OVERTAKEN' };
  const organizationId = nextToSign(change);
  return organizationId === undefined ? undefined : { code: 'NOBODY_SIGNS', values: { organization: organizationId } };
}
