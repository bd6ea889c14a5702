import type { Client } from '@temporalio/client';
import {
  bodyOf,
  chainStart,
  entriesOf,
  type CommandOutcome,
  type EntityKey,
  type EntryBody,
  type Sql,
  type TransactionSource,
} from '@app/persistence';
import { liftHalt, lockHead, markWitnessed, storeAnswered, takeClaim, releaseClaims } from '@app/persistence/ledger-writer';
import type { WrittenEntry } from '@app/workflows';
import { settingOf, type CommitSession } from '../commit/commit-session';
import { finishCommit } from '../commit/finish-commit';
import { foldAnew, openSession, type CommitTools } from '../commit/open-session';
import { recordEntry } from '../commit/record-entry';
import { witnessedDeliveries, witnessedEntries } from './history-witness';

/** What reconciling one entity did. */
export interface ReconcileReport {
  entity: EntityKey;
  /** Revisions written again from history. */
  restored: number[];
  /** Why the entity stays halted, by a code and the values of its sentence; nothing when the halt was lifted. */
  problem?: ReconcileProblem;
}

/** Why an entity cannot be reconciled. */
export interface ReconcileProblem {
  code: 'ENTRY_DIFFERS' | 'ENTRY_LOST' | 'WRITTEN_DIFFERENTLY' | 'CLAIM_TAKEN';
  values: Record<string, string | number>;
}

/** What reconciling needs. */
export interface ReconcileTools {
  db: TransactionSource;
  client: Client;
  commit: CommitTools;
}

/** Desk that mails go through. */
const mailShard = '0';

/**
 * After the database was restored to an earlier time: writes the ledger entries that the histories have and the ledger lacks, word for word, with what
 * followed from them, marks the mails that had left, and lifts the halt. Never guesses: an entry that differs, a gap, or a rule that would now give
 * another text leaves the entity halted and says why. The caller sends `sync`.
 */
export async function reconcileEntity({ db, client, commit }: ReconcileTools, entity: EntityKey): Promise<ReconcileReport> {
  const witness = await witnessedEntries({ db, client }, entity);
  const deliveries = await witnessedDeliveries({ db, client }, mailShard);
  try {
    const restored = await db.transaction(async (tx) => {
      const revs = await restoreEntries(tx, commit, entity, witness);
      await markWitnessed(tx, entity, deliveries);
      await liftHalt(tx, entity);
      return revs;
    });
    return { entity, restored };
  } catch (error) {
    if (!(error instanceof CannotReconcile)) throw error;
    return { entity, restored: [], problem: error.problem };
  }
}

class CannotReconcile extends Error {
  constructor(readonly problem: ReconcileProblem) {
    super(problem.code);
  }
}

async function restoreEntries(tx: Sql, tools: CommitTools, entity: EntityKey, witness: Map<number, WrittenEntry>): Promise<number[]> {
  const session = await sessionAtLedgerEnd(tx, tools, entity, witness);
  const missing = [...witness.values()].filter((entry) => entry.rev > session.standing.rev).sort((a, b) => a.rev - b.rev);
  for (const entry of missing) await restore(session, entry);
  if (missing.length > 0) await finishCommit(session, tools.rollAt);
  return missing.map((entry) => entry.rev);
}

/** Stands where the ledger itself ends, whatever the restored head says; every entry that both know must be the same. */
async function sessionAtLedgerEnd(
  tx: Sql,
  tools: CommitTools,
  entity: EntityKey,
  witness: Map<number, WrittenEntry>,
): Promise<CommitSession> {
  const locked = await lockHead(tx, entity);
  const session = await openSession(tx, tools, entity, locked);
  const entries = await entriesOf(tx, entity);
  for (const { rev, hash } of entries) {
    const seen = witness.get(rev);
    if (seen !== undefined && seen.hash !== hash) throw new CannotReconcile({ code: 'ENTRY_DIFFERS', values: { rev } });
  }
  const last = entries.at(-1);
  const state = await foldAnew(tx, session.rules, entity);
  session.standing = { ...session.standing, state, rev: last?.rev ?? 0, head: last?.hash ?? chainStart };
  return session;
}

/** The entry again by the very way it was written the first time; its text and hash must come out the same. */
async function restore(session: CommitSession, entry: WrittenEntry): Promise<void> {
  const { standing, tx, entity } = session;
  if (entry.rev !== standing.rev + 1) throw new CannotReconcile({ code: 'ENTRY_LOST', values: { rev: standing.rev + 1 } });
  const body = bodyOf(entry.text);
  session.dbNow = body.recordedAt;
  await recordEntry(session, { ...body, at: body.occurredAt }, body.events, await settingOf(session, body.policyVersion), {});
  if (session.standing.head !== entry.hash) throw new CannotReconcile({ code: 'WRITTEN_DIFFERENTLY', values: { rev: entry.rev } });
  await releaseClaims(tx, body.releases ?? [], entity);
  for (const claim of body.claims ?? []) {
    const rival = await takeClaim(tx, claim, entity);
    if (rival !== undefined)
      throw new CannotReconcile({ code: 'CLAIM_TAKEN', values: { rev: entry.rev, scope: claim.scope, key: claim.key, holder: rival } });
  }
  if (body.type !== 'Wake') await storeAnswered(tx, entity, commandOf(body), outcomeOf(body));
}

function commandOf(body: EntryBody): Parameters<typeof storeAnswered>[2] {
  const { commandId, type, actor, payload, onBehalfOf, via, reason, occurredAt } = body;
  const source = via === undefined || via === 'clock' ? 'dispatch' : via;
  const optional = { ...(onBehalfOf === undefined ? {} : { onBehalfOf }), ...(reason === undefined ? {} : { reason }) };
  return { id: commandId, type, actor, payload, source, ...optional, at: occurredAt };
}

function outcomeOf({ rev, events }: EntryBody): CommandOutcome {
  return { status: 'applied', rev, events: events.map((event) => event.type) };
}
