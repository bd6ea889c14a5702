import type { Command, Decision, Facts, Instant } from '@app/domain';
import { doorOf, loadFacts, occurredAtOf, type CommandOutcome, type LoadedFacts, type StoredCommand } from '@app/persistence';
import { answerCommand } from '@app/persistence/ledger-writer';
import { OlderCode } from '../activity-failures';
import { settingOf, type CommitSession, type Setting } from './commit-session';
import type { AnyEvent } from './deciders';
import { recordEntry } from './record-entry';
import { guardedDecide, runDue } from './run-due';
import { decideWithClaims, slotsInRoom, type Accepted } from './take-claims';

/** A command must be decided on everything that fell due before it; a plan longer than this is a rule that never ends. */
const maxStepsBefore = 2_000;

/** Carries out one stored command after what the clock had to do before it, and stores its answer. Answers the outcome. */
export async function applyCommand(session: CommitSession, stored: StoredCommand): Promise<CommandOutcome> {
  if (!session.rules.knows(stored.type)) throw new OlderCode(`this build does not know ${stored.type}`);
  const at = occurredAtOf(stored);
  await runDue(session, at, maxStepsBefore);
  const outcome = await decideOutcome(session, stored, at);
  await answerCommand(session.tx, session.entity, stored.id, outcome);
  return outcome;
}

async function decideOutcome(session: CommitSession, stored: StoredCommand, at: Instant): Promise<CommandOutcome> {
  const { rev } = session.standing;
  if (stored.expectedRev !== null && stored.expectedRev !== rev) return stale(stored.expectedRev, rev);
  const command: Command = { type: stored.type, payload: stored.payload };
  if (session.production && asksForOtherClock(command)) return refused(rev, 'a rehearsal clock has no place in production');
  const loaded = await loadFacts(session.tx, { entity: session.entity, state: session.standing.state, command, at });
  const version = policyVersionFor(session, command, loaded.facts);
  if (version === undefined) return unknownObject(rev);
  const setting = await settingOf(session, version);
  const decision = await decide(session, stored, { at, setting, facts: loaded.facts });
  if (!decision.ok) return { status: 'refused', rev, violation: decision.violation };
  await record(session, stored, decision, { at, setting, loaded });
  return { status: 'applied', rev: session.standing.rev, events: decision.events.map((event) => event.type) };
}

function stale(expectedRev: number, currentRev: number): CommandOutcome {
  const message = `expected revision ${expectedRev}, the entity is at ${currentRev}`;
  return { status: 'refused', rev: currentRev, violation: { code: 'STALE_REVISION', message, values: { expectedRev, currentRev } } };
}

function refused(rev: number, message: string): CommandOutcome {
  return { status: 'refused', rev, violation: { code: 'NOT_ALLOWED', message } };
}

function unknownObject(rev: number): CommandOutcome {
  return { status: 'refused', rev, violation: { code: 'UNKNOWN_OBJECT', message: 'the entity does not exist' } };
}

function asksForOtherClock({ type, payload }: Command): boolean {
  const clock = type === 'CreateCall' ? (payload as { clock?: { kind?: string } }).clock : undefined;
  return clock !== undefined && clock.kind !== 'real';
}

/** The version the entity is pinned to; a new one takes that of its call, or the one it is created with. */
function policyVersionFor({ standing }: CommitSession, command: Command, facts: Facts): number | undefined {
  if (standing.state !== undefined) return standing.state.policyVersion;
  if (command.type === 'CreateCall') return (command.payload as { policyVersion: number }).policyVersion;
  return facts.call?.policyVersion;
}

interface Decided {
  at: Instant;
  setting: Setting;
  facts: Facts;
}

function decide(session: CommitSession, stored: StoredCommand, { at, setting, facts }: Decided): Promise<Decision<AnyEvent>> {
  const { rules, entity, standing } = session;
  const context = {
    entityId: entity.id,
    now: at,
    commandId: stored.id,
    actor: stored.actor,
    ...(stored.reason === null ? {} : { reason: stored.reason }),
    ...setting,
    facts,
  };
  const command = { type: stored.type, payload: stored.payload };
  return decideWithClaims(session, (taken) => guardedDecide(() => rules.decide(standing.state, command, { ...context, taken })));
}

async function record(
  session: CommitSession,
  stored: StoredCommand,
  decision: Accepted,
  { at, setting, loaded }: { at: Instant; setting: Setting; loaded: LoadedFacts },
): Promise<void> {
  const { id: commandId, type, actor, payload, onBehalfOf, reason } = stored;
  const via = doorOf(stored);
  const deed = {
    commandId,
    type,
    actor,
    payload,
    at,
    ...slotsInRoom(session, decision),
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    ...(via === undefined ? {} : { via }),
    ...(reason === null ? {} : { reason }),
  };
  await recordEntry(session, deed, decision.events, setting, loaded.facts);
  await loaded.afterApplied?.();
}
