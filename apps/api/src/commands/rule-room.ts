import {
  callDecider,
  projectDecider,
  type CallCommand,
  type CallEvent,
  type CallState,
  type Calendars,
  type Command,
  type Decision,
  type DecideContext,
  type Policy,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectState,
} from '@app/domain';
import {
  bodiesOf,
  calendarVersion,
  createRuleData,
  findHead,
  loadFacts,
  type EntityHead,
  type EntityKey,
  type Sql,
} from '@app/persistence';

/** State of an entity of either kind. */
export type AnyState = ProjectState | CallState;

/** An event of an entity of either kind. */
export type AnyEvent = ProjectEvent | CallEvent;

/** An entity as it is stored, its state in today's shape. */
export interface Standing<S extends AnyState = AnyState> {
  head: EntityHead;
  state: S;
}

/** A question to the rules: who asks what, at which instant of the entity's own time. */
export type Question = Pick<DecideContext, 'actor' | 'commandId' | 'reason' | 'now'> & { command: Command };

/** Policy and calendars that count for an entity. */
export interface Setting {
  policy: Policy;
  calendars: Calendars;
}

/** Asks the rules on the stored state and writes nothing: for dry runs, previews, forecasts and pages. */
export class RuleRoom {
  private readonly ruleData = createRuleData();

  constructor(private readonly db: Sql) {}

  /** An entity as it is stored; nothing when it does not exist (yet). */
  async standing(entity: EntityKey): Promise<Standing | undefined> {
    const head = await findHead(this.db, entity);
    if (head === undefined) return undefined;
    const state = head.stateSchema === rulesOf(entity).schema ? (head.state as AnyState) : await this.foldAnew(entity);
    return state === undefined ? undefined : { head, state };
  }

  /** A project as it is stored. */
  async project(id: string): Promise<Standing<ProjectState> | undefined> {
    const standing = await this.standing({ kind: 'project', id });
    return standing?.state.kind === 'project' ? { head: standing.head, state: standing.state } : undefined;
  }

  /** A call as it is stored. */
  async call(id: string): Promise<Standing<CallState> | undefined> {
    const standing = await this.standing({ kind: 'call', id });
    return standing?.state.kind === 'call' ? { head: standing.head, state: standing.state } : undefined;
  }

  /** Policy and calendars of a version. Throws when it was never published. */
  async setting(policyVersion: number): Promise<Setting> {
    const policy = await this.ruleData.policy(this.db, policyVersion);
    return { policy, calendars: await this.ruleData.calendars(this.db, await calendarVersion(this.db), policy) };
  }

  /** What the rules would answer. Slots across entities are not asked for: only `commit` can take them. */
  async decide(entity: EntityKey, state: AnyState | undefined, question: Question): Promise<Decision<AnyEvent>> {
    const { command, now, ...rest } = question;
    const { facts } = await loadFacts(this.db, { entity, state, command, at: now });
    const version = state?.policyVersion ?? newPolicyVersion(command) ?? facts.call?.policyVersion;
    const setting = version === undefined ? undefined : await this.setting(version).catch(() => undefined);
    if (setting === undefined)
      return { ok: false, violation: { code: 'UNKNOWN_OBJECT', message: 'the call or its policy does not exist' } };
    const ctx: DecideContext = { entityId: entity.id, now, ...rest, ...setting, facts, taken: {} };
    return entity.kind === 'project'
      ? projectDecider.decide(state as ProjectState | undefined, command as ProjectCommand, ctx)
      : callDecider.decide(state as CallState | undefined, command as CallCommand, ctx);
  }

  private async foldAnew(entity: EntityKey): Promise<AnyState | undefined> {
    const events = (await bodiesOf(this.db, entity)).flatMap((body) => body.events);
    return entity.kind === 'project'
      ? (events as ProjectEvent[]).reduce<ProjectState | undefined>((state, event) => projectDecider.evolve(state, event), undefined)
      : (events as CallEvent[]).reduce<CallState | undefined>((state, event) => callDecider.evolve(state, event), undefined);
  }
}

function rulesOf(entity: EntityKey): { schema: number } {
  return entity.kind === 'project' ? projectDecider : callDecider;
}

function newPolicyVersion(command: Command): number | undefined {
  return command.type === 'CreateCall' ? (command.payload as { policyVersion: number }).policyVersion : undefined;
}
