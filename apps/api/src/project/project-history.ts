import { projectDecider, type Actor, type Deadline, type ProjectEvent, type ProjectState } from '@app/domain';
import { bodyOf, chainStart, entryHash, type EntryBody, type LedgerEntry } from '@app/persistence';
import { seesEvent } from './event-sight';
import { stateInSight } from './project-sight';
import { changesBetween, factsOf, type FactChange } from './state-facts';

type PersonActor = Extract<Actor, { kind: 'person' }>;

/** Why a date is what it is: what it was counted from, by which policy line and article. */
export type DateReason = Pick<Deadline, 'ladder' | 'object' | 'dueOn' | 'because' | 'policyKey' | 'article'>;

/** What an entry changed of what a reader may see, and the dates it is about. */
export interface EntryMeaning {
  changes: FactChange[];
  reason?: DateReason;
}

/**
 * What each entry changed, by folding the ledger and comparing what this reader may see before and after each event he is told of: a value that is not in
 * his sight today was never changed for him.
 */
export function meaningsOf(actor: PersonActor, bodies: readonly EntryBody[]): Map<number, EntryMeaning> {
  const meanings = new Map<number, EntryMeaning>();
  let state: ProjectState | undefined;
  for (const { rev, events, payload } of bodies) {
    const reason = reasonOf(actor, state, events, payload);
    const changes: FactChange[] = [];
    for (const event of events as ProjectEvent[]) {
      const before = state;
      state = projectDecider.evolve(state, event);
      if (seesEvent(actor, event)) changes.push(...changesBetween(inSight(actor, before), inSight(actor, state)));
    }
    meanings.set(rev, { changes: merged(changes), ...(reason === undefined ? {} : { reason }) });
  }
  return meanings;
}

function inSight(actor: PersonActor, state: ProjectState | undefined): ReturnType<typeof factsOf> {
  return factsOf(state === undefined ? undefined : stateInSight(actor, state));
}

/** Two steps of one value within an entry read as one. */
function merged(changes: readonly FactChange[]): FactChange[] {
  const byKey = new Map<string, FactChange>();
  for (const change of changes) {
    const key = `${change.field}/${change.object ?? ''}/${change.about ?? ''}`;
    const first = byKey.get(key);
    byKey.set(key, first === undefined ? change : { ...first, to: change.to });
  }
  return [...byKey.values()].filter((change) => change.from !== change.to);
}

/** The deadline an entry is about: one it sets, else the open one that a step of the clock names. */
function reasonOf(
  actor: PersonActor,
  state: ProjectState | undefined,
  events: readonly { type: string }[],
  payload: unknown,
): DateReason | undefined {
  const set = events.find((event): event is { type: string; deadline: Deadline } => 'deadline' in event && seesEvent(actor, event));
  const found = set?.deadline ?? namedBy(payload, state);
  if (found === undefined || !seesEvent(actor, { type: 'ReminderIssued', rule: found.ladder })) return undefined;
  const { ladder, object, dueOn, because, policyKey, article } = found;
  return { ladder, object, dueOn, because, policyKey, ...(article === undefined ? {} : { article }) };
}

/** The open deadline that a wake-up names by the key of its occurrence (`rule/object/step`). */
function namedBy(payload: unknown, state: ProjectState | undefined): Deadline | undefined {
  const { key } = (payload ?? {}) as { key?: unknown };
  if (typeof key !== 'string') return undefined;
  const [rule, object] = key.split('/');
  return state?.deadlines.find((one) => one.ladder === rule && one.object === object);
}

/** Whether the entries still chain as they were written: every hash follows from the text and the hash before it. */
export function chainOf(entries: readonly LedgerEntry[], head: string): { intact: boolean; brokenAt: number | null; head: string } {
  let previous = chainStart;
  for (const { rev, text, previousHash, hash } of entries) {
    if (previousHash !== previous || entryHash(previousHash, text) !== hash) return { intact: false, brokenAt: rev, head };
    previous = hash;
  }
  return { intact: previous === head, brokenAt: previous === head ? null : entries.length, head };
}

/** What the entries say, in order. */
export function bodiesIn(entries: readonly LedgerEntry[]): EntryBody[] {
  return entries.map((entry) => bodyOf(entry.text));
}
