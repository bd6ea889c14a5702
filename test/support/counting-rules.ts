import type { CallState, Clock, Command, Decision, Instant, NotificationIntent, Occurrence } from '@app/domain';
import { refuse } from '@app/domain';
import type { AnyEvent, AnyState, EntityRules } from '../../apps/worker/src/commit/deciders';

/** What a test may ask of an entity under the counting rules. */
export interface AddPayload {
  n: number;
  /** Tell the Secretariat head by mail. */
  mail?: boolean;
  /** Let another entity add the same. */
  tell?: string;
}

type CountingEvent =
  | { type: 'Created'; id: string; policyVersion: number; clock: Clock; reminders: Instant[]; by: string }
  | ({ type: 'Added'; key: string; at: Instant } & AddPayload)
  | { type: 'Reminded'; key: string; at: Instant }
  | { type: 'Archived'; at: Instant };

type CountingState = CallState & { total: number; adds: string[]; reminders: Instant[]; reminded: string[] };

/** The rules with the switches by which a test makes them faulty or changes them. */
export interface CountingRules extends EntityRules {
  /** Throws on every wake-up while set. */
  faultyWake: boolean;
  /** Finds nothing to do at a wake-up while set. */
  fruitlessWake: boolean;
  /** Tells nobody of reminders while set. */
  quiet: boolean;
  /** Moves every reminder by so many ms (a changed rule). */
  shiftMs: number;
}

/**
 * Rules that count, in the place of a call's: as small as rules can be, so that a test of the shell says what it shows. Everything around them
 * (transaction, ledger, outbox, engine) is the real thing. Commands: `CreateCall`, `Add`, `Throw` (a bug in a rule), `Constrain` (rows the
 * database refuses), `Close`.
 */
export function countingRules(): CountingRules {
  const rules: CountingRules = {
    schema: 1,
    faultyWake: false,
    fruitlessWake: false,
    quiet: false,
    shiftMs: 0,
    knows: () => true,
    decide: (state, command, ctx) =>
      decide(rules, state as CountingState | undefined, command, { at: ctx.now, id: ctx.entityId, key: ctx.commandId }),
    evolve: (state, event) => evolve(state as CountingState | undefined, event as CountingEvent),
    plan: (state) => planOf(rules, state as CountingState),
    toView: (state) => ({
      stage: 'counting',
      subState: 'counting',
      overlays: [],
      closed: (state as CountingState).subState === 'archived',
      summary: `total ${(state as CountingState).total}`,
    }),
    effects: (event) => effectsOf(event as CountingEvent),
    notifications: (event) => (rules.quiet ? [] : mailsOf(event as CountingEvent)),
    writeSummary: () => Promise.resolve(),
    attributes: () => ({ ProjectStage: 'counting' }),
  };
  return rules;
}

interface At {
  at: Instant;
  id: string;
  key: string;
}

function decide(rules: CountingRules, state: CountingState | undefined, command: Command, { at, id, key }: At): Decision<AnyEvent> {
  if (command.type === 'CreateCall') {
    const {
      policyVersion,
      clock = { kind: 'real' },
      reminders = [],
    } = command.payload as { policyVersion: number; clock?: Clock; reminders?: Instant[] };
    return state === undefined
      ? happened({ type: 'Created', id, policyVersion, clock, reminders, by: id })
      : refuse('ALREADY_DONE', 'it exists');
  }
  if (state === undefined) return refuse('UNKNOWN_OBJECT', 'there is nothing to count');
  if (command.type === 'Wake') return wake(rules, state, at);
  return decideMore(command, { at, id, key });
}

function decideMore(command: Command, { at, key }: At): Decision<AnyEvent> {
  if (command.type === 'Close') return happened({ type: 'Archived', at });
  if (command.type === 'Throw') throw new Error('a bug in a rule');
  const payload = command.type === 'Constrain' ? { n: 0, tell: 'no-uuid' } : (command.payload as AddPayload);
  if (payload.n < 0) return refuse('SCORE_OUT_OF_RANGE', 'only upwards');
  return happened({ type: 'Added', key, at, ...payload });
}

function happened(...events: CountingEvent[]): Decision<AnyEvent> {
  return { ok: true, events };
}

function wake(rules: CountingRules, state: CountingState, at: Instant): Decision<AnyEvent> {
  if (rules.faultyWake) throw new Error('a bug in the rule of the clock');
  if (rules.fruitlessWake) return happened();
  const due = planOf(rules, state).find((occurrence) => occurrence.at <= at);
  return due === undefined ? happened() : happened({ type: 'Reminded', key: due.object, at });
}

function evolve(state: CountingState | undefined, event: CountingEvent): CountingState {
  if (event.type === 'Created') {
    const { id, policyVersion, clock, reminders, by } = event;
    const parts = {
      kind: 'call',
      schema: 1,
      id,
      policyVersion,
      clock,
      createdBy: by,
      subState: 'open',
      deadlines: [],
      proposals: [],
      series: {},
    };
    return { ...parts, total: 0, adds: [], reminders, reminded: [] } as unknown as CountingState;
  }
  if (state === undefined) throw new Error('nothing was created');
  if (event.type === 'Archived') return { ...state, subState: 'archived', reminders: [] };
  if (event.type === 'Reminded') return { ...state, reminded: [...state.reminded, event.key] };
  return { ...state, total: state.total + event.n, adds: [...state.adds, event.key] };
}

function planOf(rules: CountingRules, state: CountingState): Occurrence[] {
  const left = state.reminders.filter((at) => !state.reminded.includes(at));
  return left.map((at) => reminder(at, new Date(Date.parse(at) + rules.shiftMs).toISOString()));
}

function reminder(object: string, at: Instant): Occurrence {
  const dueOn = at.slice(0, 10);
  const because = { startOn: dueOn, period: 'fixed', set: [], dueOn, skipped: [], worked: [], provisionalYears: [] };
  const common = { rule: 'count', object, step: 'L0', series: 1, at, to: [], owner: { role: 'SH' as const }, dueOn, policyKey: 'count' };
  return { ...common, key: `count/${object}/L0`, kind: 'consequence', because, cancelledBy: 'nothing' } as unknown as Occurrence;
}

function effectsOf(event: CountingEvent): ReturnType<EntityRules['effects']> {
  if (event.type !== 'Added' || event.tell === undefined) return [];
  return [{ target: { kind: 'call', id: event.tell }, command: { type: 'Add', payload: { n: event.n } } }];
}

function mailsOf(event: CountingEvent): NotificationIntent[] {
  const told = event.type === 'Reminded' || (event.type === 'Added' && event.mail === true);
  if (!told) return [];
  const values = { year: 2025, closedAt: event.at, applications: 1 };
  const common = { class: 'answer', to: ['SH'], copy: [], rule: 'count', step: event.at, series: 1, direction: 'now', values } as const;
  return [{ ...common, to: ['SH'], copy: [], kind: 'call-closed', object: event.key }];
}

/** The total of an entity under these rules. */
export function totalOf(state: unknown): number {
  return (state as CountingState | null)?.total ?? 0;
}

/** The state that `commit` keeps, as these rules shape it. */
export function addsOf(state: AnyState): string[] {
  return (state as CountingState).adds;
}
