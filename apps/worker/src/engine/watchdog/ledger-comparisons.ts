import { rulesBuild } from '@app/domain';
import {
  contradicted,
  countEntities,
  findHead,
  lastRoot,
  lately,
  type EntityKey,
  type TransactionSource,
  type WatchFinding,
} from '@app/persistence';
import { derivedRowsOf, ledgerEntities, lockHead, type DerivedTable } from '@app/persistence/ledger-writer';
import type { CommitTools } from '../../commit/open-session';
import { rebuildEntity } from '../rebuild-summaries';
import { verifyOne } from '../verify-ledger';
import type { Compared, Comparison, WatchTools } from './comparison';
import { distinct, portionOf } from './portion';

const hourMs = 3_600_000;
const latelyAtMost = 200;

async function hashes({ db, limits }: WatchTools): Promise<Compared> {
  const total = await countEntities(db);
  const turn = await portionOf(db, {
    ...{ name: 'hashes', atLeast: limits.hashes, total, kinds: ['LEDGER_BROKEN'] },
    after: (last, limit) => ledgerEntities(db, last, limit),
  });
  const found: WatchFinding[] = [];
  let entries = 0;
  for (const entity of distinct([...turn, ...(await lately(db, hourMs, latelyAtMost))])) {
    const report = await verifyOne(db, entity);
    entries += report.entries;
    // Where the head stands elsewhere altogether, the comparison of heads tells it.
    const [first] = report.problems.filter(({ what, rev }) => what !== 'head' || rev === report.entries);
    if (first === undefined) continue;
    found.push({ kind: 'LEDGER_BROKEN', about: `${entity.kind}/${entity.id}`, entity, values: { rev: first.rev, what: first.what } });
  }
  return { found, counts: { entries } };
}

async function folds(tools: WatchTools): Promise<Compared> {
  const { db, commit, limits } = tools;
  const total = await countEntities(db);
  const turn = await portionOf(db, {
    ...{ name: 'folds', atLeast: limits.folds, total, kinds: ['SUMMARY_DIFFERS'] },
    after: (last, limit) => ledgerEntities(db, last, limit),
  });
  const found: WatchFinding[] = [];
  for (const entity of turn) {
    const [table] = await foldDifference(db, commit, entity);
    if (table !== undefined) found.push({ kind: 'SUMMARY_DIFFERS', about: `${entity.kind}/${entity.id}#fold`, entity, values: { table } });
  }
  return { found, counts: { folds: turn.length } };
}

/** Carries what differs out of a transaction that must leave nothing behind. */
class LeaveNothing extends Error {
  constructor(readonly differing: DerivedTable[]) {
    super('rolled back on purpose');
  }
}

/**
 * The derived tables whose rows of an entity are not what its ledger gives: it is built anew by the very code that repairs it, compared, and everything
 * is rolled back. Entities that await a replan, or that broken entries keep from being folded, are left to the comparison that tells of them.
 */
export async function foldDifference(db: TransactionSource, commit: CommitTools, entity: EntityKey): Promise<DerivedTable[]> {
  const head = await findHead(db, entity);
  if (head?.rulesBuild !== rulesBuild || head.haltedAt !== null) return [];
  if ((await verifyOne(db, entity)).problems.length > 0) return [];
  try {
    await db.transaction(async (tx) => {
      await lockHead(tx, entity);
      const before = await derivedRowsOf(tx, entity);
      await rebuildEntity(tx, commit, entity);
      const after = await derivedRowsOf(tx, entity);
      throw new LeaveNothing([...after].filter(([table, rows]) => before.get(table) !== rows).map(([table]) => table));
    });
    return [];
  } catch (error) {
    if (error instanceof LeaveNothing) return error.differing;
    throw error;
  }
}

async function root({ db }: WatchTools): Promise<Compared> {
  const last = await lastRoot(db);
  const lost = last === undefined ? undefined : await contradicted(db, last.leaves);
  if (last === undefined || lost === undefined) return { found: [], counts: {} };
  const { kind, id, rev } = lost;
  const values = { rev, madeAt: last.madeAt.toISOString() };
  return { found: [{ kind: 'ROOT_CONTRADICTED', about: `${kind}/${id}`, entity: { kind, id }, values }], counts: {} };
}

/** What the ledger itself says, portion by portion: all of it within a day, and what has grown lately at once. */
export const ledgerComparisons: readonly Comparison[] = [
  { name: 'hashes', kinds: ['LEDGER_BROKEN'], compare: hashes },
  { name: 'folds', kinds: ['SUMMARY_DIFFERS'], compare: folds },
  { name: 'root', kinds: ['ROOT_CONTRADICTED'], compare: root },
];
