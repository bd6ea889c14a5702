import { epochMs, type EntityView, type Instant, type Violation } from '@app/domain';
import type { CommandOutcome, EntityKey, NewCommand, Sql, StoredCommand } from '@app/persistence';
import {
  answerCommand,
  hasUndispatched,
  haltEntity,
  hashAt,
  lockHead,
  pendingUntil,
  pendingUpTo,
  type LockedHead,
} from '@app/persistence/ledger-writer';
import { chaosPoint } from '@app/platform';
import type { CommitInput, CommitResult } from '@app/workflows';
import { OlderCode, passes, RuleFailure } from '../activity-failures';
import { applyCommand } from './apply-command';
import { clockOf, type CommitSession } from './commit-session';
import { finishCommit } from './finish-commit';
import { openSession, type CommitTools } from './open-session';
import { runDue } from './run-due';
import { failed } from './stored-failure';
import { wakeLimit } from './wake-instants';

/** What one transaction did. */
export interface Committed {
  result: CommitResult;
  /** Real epoch milliseconds of the earliest mail it wrote. */
  mailDueAtMs?: number;
}

/** The clock's steps in one transaction; what is left is due at once and wakes the shell again. */
const maxStepsOfWake = 40;
/** The same between two acts of a story that is played in order. */
const maxStepsOfStory = 2_000;

/**
 * The one place where a decision becomes a fact; everything in here is one transaction. Locks the entity, halts it where shell and ledger disagree,
 * answers a known command from the store, else applies the entity's pending commands in order of receipt up to this one, each after what fell due
 * before it, and writes what follows.
 * @throws OlderCode when newer rules wrote the head, RuleFailure when a rule threw
 */
export async function commitTransaction(tx: Sql, tools: CommitTools, input: CommitInput): Promise<Committed> {
  const { entity, command } = input;
  const locked = await lockHead(tx, entity);
  if (await disagrees(tx, locked, input)) return { result: { halted: true, hasCommands: false } };
  const session = await openSession(tx, tools, entity, locked);
  const outcome = await applyInput(session, tools, input);
  await chaosPoint('commit.in-tx');
  if (session.standing.entries.length === 0) return { result: await unchanged(session, command.type, outcome, tools.rollAt) };
  return finish(session, tools, outcome);
}

/**
 * Lets the clock of an entity act up to an instant of its own time that may lie in the past, and nothing later: for histories that are played
 * in order by several entities (first data). A running entity is woken by its shell.
 */
export async function letClockRun(tx: Sql, tools: CommitTools, entity: EntityKey, until: Instant): Promise<void> {
  const session = await openSession(tx, tools, entity, await lockHead(tx, entity));
  await runDue(session, until, maxStepsOfStory);
  if (session.standing.entries.length > 0) await finish(session, tools, undefined);
}

async function finish(session: CommitSession, tools: CommitTools, outcome: CommandOutcome | undefined): Promise<Committed> {
  const { view, attributes } = await finishCommit(session, tools.rollAt);
  const { entries, hasCommands, mailDueAt } = session.standing;
  const result: CommitResult = {
    view,
    entries: entries.map(({ rev, hash, text }) => ({ rev, hash, text })),
    ...violationOf(outcome),
    hasCommands,
    ...(attributes === undefined ? {} : { attributes }),
  };
  return { result, ...(mailDueAt === undefined ? {} : { mailDueAtMs: epochMs(mailDueAt) }) };
}

/** Halted before, or the shell has seen what the ledger does not hold: then nothing may be written, or the history would fork. */
async function disagrees(tx: Sql, { head }: LockedHead, { entity, viewRev, viewHead }: CommitInput): Promise<boolean> {
  if (head !== undefined && head.haltedAt !== null) return true;
  if (viewRev === 0) return false;
  const known = head?.rev === viewRev ? head.head : await hashAt(tx, entity, viewRev);
  if (known === viewHead) return false;
  await haltEntity(
    tx,
    entity,
    `the shell is at revision ${viewRev}, the ledger ${known === undefined ? 'ends before it' : 'has another entry there'}`,
  );
  return true;
}

async function applyInput(session: CommitSession, tools: CommitTools, input: CommitInput): Promise<CommandOutcome | undefined> {
  const { command } = input;
  if (command.type === 'Sync') return undefined;
  if (command.type === 'Wake') return wake(session, tools, (command.payload as { at?: number }).at);
  const pending = await pendingUpTo(session.tx, session.entity, lateCommand(input));
  const own = pending.at(-1);
  if (own === undefined) return undefined;
  if (own.status !== 'pending') return own.outcome ?? undefined;
  for (const earlier of pending.slice(0, -1)) await applyEarlier(session, tools, earlier);
  return applyCommand(session, own);
}

/** The command as the shell has it, for a database that has lost its row. */
function lateCommand({ command }: CommitInput): NewCommand {
  const { id, type, actor, onBehalfOf, reason, expectedRev, payload } = command;
  return {
    id,
    type,
    actor,
    payload,
    source: 'dispatch',
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(reason === undefined ? {} : { reason }),
    ...(expectedRev === undefined ? {} : { expectedRev }),
  };
}

async function wake(session: CommitSession, tools: CommitTools, plannedMs: number | undefined): Promise<undefined> {
  const limit = wakeLimit(clockOf(session.standing), plannedMs, session.dbNow, session.roomNow);
  for (const earlier of await pendingUntil(session.tx, session.entity, limit)) await applyEarlier(session, tools, earlier);
  await runDue(session, limit, maxStepsOfWake);
  return undefined;
}

/** A poisonous command before this one must not hold it up: its step is undone, and it ends as failed. What passes by itself is tried again as a whole. */
async function applyEarlier(session: CommitSession, tools: CommitTools, earlier: StoredCommand): Promise<void> {
  const { tx, entity, standing } = session;
  await tx.query('SAVEPOINT earlier');
  try {
    await applyCommand(session, earlier);
    await tx.query('RELEASE SAVEPOINT earlier');
  } catch (error) {
    if (error instanceof OlderCode || passes(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT earlier');
    session.standing = standing;
    const outcome = failed(error instanceof RuleFailure ? 'DECIDE_FAILED' : 'COMMIT_FAILED', `${entity.id}/${earlier.id}`);
    tools.onFailure({ entity, commandId: earlier.id, incident: outcome.incident, error });
    await answerCommand(tx, entity, earlier.id, outcome);
  }
}

/** Nothing was recorded: the shell is told where the entity stands, all attributes when it asked. */
async function unchanged(
  session: CommitSession,
  commandType: string,
  outcome: CommandOutcome | undefined,
  rollAt: number,
): Promise<CommitResult> {
  const { tx, entity, stored } = session;
  const asked = commandType === 'Sync' && stored !== undefined;
  return {
    view: currentView(stored?.view ?? undefined, rollAt),
    ...violationOf(outcome),
    hasCommands: await hasUndispatched(tx, entity),
    ...(asked ? { attributes: stored.attributes } : {}),
  };
}

/** The stored view, without the wish to roll that only its own commit has; of an entity without entries an empty one. */
function currentView(view: EntityView | undefined, rollAt: number): EntityView {
  if (view !== undefined) return { ...view, rollAt, roll: false };
  return { schema: 1, rev: 0, head: '', stage: '', subState: '', overlays: [], rollAt, roll: false, closed: false, summary: '' };
}

function violationOf(outcome: CommandOutcome | undefined): { violation?: Violation } {
  return outcome?.status === 'refused' ? { violation: outcome.violation } : {};
}
