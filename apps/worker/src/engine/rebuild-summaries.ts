import { entriesOf, bodyOf, type EntityKey, type EntryBody, type Sql, type TransactionSource } from '@app/persistence';
import {
  ledgerEntities,
  lockHead,
  refreshAllSearch,
  removeOrphans,
  writeClaimsAnew,
  writeApplicationNoAtLeast,
  type ClaimKey,
} from '@app/persistence/ledger-writer';
import { finishCommit } from '../commit/finish-commit';
import { foldAnew, openSession, type CommitTools } from '../commit/open-session';
import { deciders } from '../commit/deciders';

/** How much was rebuilt. */
export interface RebuildReport {
  entities: number;
  /** Rows of derived tables whose entity has no ledger. */
  orphansRemoved: number;
}

const entitiesAtOnce = 200;

/**
 * Writes everything that is derived from the ledger anew: heads, summaries, planned occurrences, claims and numbers, and what projects are found by. Entity by entity under its row lock,
 * so that it may run beside a working system; may be repeated at any time.
 */
export async function rebuildDerived(db: TransactionSource, tools: CommitTools): Promise<RebuildReport> {
  let entities = 0;
  let after: EntityKey | undefined;
  for (;;) {
    const batch = await ledgerEntities(db, after, entitiesAtOnce);
    for (const entity of batch) await db.transaction((tx) => rebuildEntity(tx, tools, entity));
    entities += batch.length;
    after = batch.at(-1);
    if (after === undefined) break;
  }
  const orphansRemoved = await db.transaction((tx) => removeOrphans(tx));
  await refreshAllSearch(db);
  return { entities, orphansRemoved };
}

/** Writes everything that is derived from one entity's ledger anew, under its row lock. */
export async function rebuildEntity(tx: Sql, tools: CommitTools, entity: EntityKey): Promise<void> {
  const locked = await lockHead(tx, entity);
  const session = await openSession(tx, tools, entity, locked);
  const entries = await entriesOf(tx, entity);
  const bodies = entries.map((entry) => bodyOf(entry.text));
  const [last, lastEntry] = [bodies.at(-1), entries.at(-1)];
  if (last === undefined || lastEntry === undefined) return;
  const state = await foldAnew(tx, deciders[entity.kind], entity);
  if (state === undefined) return;
  session.stored = undefined;
  session.standing = {
    ...session.standing,
    state,
    rev: last.rev,
    head: lastEntry.hash,
    roomId: state.clock.kind === 'conducted' ? state.clock.roomId : null,
    lastAt: last.occurredAt,
  };
  await finishCommit(session, tools.rollAt);
  await writeClaimsAnew(tx, entity, heldBy(bodies));
  if (state.kind === 'project' && state.applicationRef !== undefined) {
    await writeApplicationNoAtLeast(tx, state.callId, Number(/(\d+)$/.exec(state.applicationRef)?.[1] ?? 0));
  }
}

/** Slots that an entity's entries took and did not give back. */
function heldBy(bodies: EntryBody[]): ClaimKey[] {
  const held = new Map<string, ClaimKey>();
  for (const { claims, releases } of bodies) {
    for (const slot of releases ?? []) held.delete(`${slot.scope}/${slot.key}`);
    for (const slot of claims ?? []) held.set(`${slot.scope}/${slot.key}`, slot);
  }
  return [...held.values()];
}
