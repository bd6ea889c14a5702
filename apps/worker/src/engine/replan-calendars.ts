import type { Client } from '@temporalio/client';
import { recomputeDeadlines, system } from '@app/domain';
import { openCommand, type EntityKey, type Sql, type StoredCommand, type TransactionSource } from '@app/persistence';
import { liveEntities, lockHead } from '@app/persistence/ledger-writer';
import { settingOf } from '../commit/commit-session';
import { openSession, type CommitTools } from '../commit/open-session';
import { sendEntityCommand, syncEntity } from '../dispatch/send-entity-command';
import { replan } from './replan';
import { commandOf } from './waiting-command';

/** What is needed to compute dates anew. */
export interface ReplanTools {
  db: TransactionSource;
  client: Client;
  commit: CommitTools;
  heartbeat: () => void;
}

/** How much was looked at, and how many open deadlines move. */
export interface MovedDeadlines {
  looked: number;
  moved: number;
}

const entitiesAtOnce = 100;

/**
 * After a calendar was published: plans everything that runs anew, then gives each project and call whose open deadlines now end later the command
 * `Replan`, once for this state of the calendars. A date somebody was told never moves earlier: that is the rule of the command itself. Harmless to repeat.
 */
export async function replanCalendars(tools: ReplanTools, occasion: string): Promise<MovedDeadlines> {
  const { db, client, commit, heartbeat } = tools;
  await replan(db, commit, async (entities) => {
    heartbeat();
    for (const entity of entities) await syncEntity(client, entity, occasion);
  });
  const report = { looked: 0, moved: 0 };
  let batch = await liveEntities(db, undefined, entitiesAtOnce);
  while (batch.length > 0) {
    for (const entity of batch) report.moved += await moveDeadlines(tools, entity, occasion);
    report.looked += batch.length;
    heartbeat();
    batch = await liveEntities(db, batch.at(-1), entitiesAtOnce);
  }
  return report;
}

/** Gives one entity its command if any of its deadlines moves, and answers how many do. */
async function moveDeadlines({ db, client, commit }: ReplanTools, entity: EntityKey, occasion: string): Promise<number> {
  const given = await db.transaction((tx) => storedReplan(tx, { commit, entity, occasion }));
  if (given?.command.status === 'pending') await sendEntityCommand(client, entity, commandOf({ ...given.command, entity }));
  return given?.moved ?? 0;
}

interface Given {
  command: StoredCommand;
  moved: number;
}

async function storedReplan(
  tx: Sql,
  { commit, entity, occasion }: { commit: CommitTools; entity: EntityKey; occasion: string },
): Promise<Given | undefined> {
  const locked = await lockHead(tx, entity);
  if (locked.head === undefined || locked.head.rev === 0 || locked.head.haltedAt !== null) return undefined;
  const session = await openSession(tx, commit, entity, locked);
  const { state } = session.standing;
  if (state === undefined) return undefined;
  const setting = await settingOf(session, state.policyVersion);
  const moved = recomputeDeadlines(state, { ...setting, now: locked.dbNow }).length;
  if (moved === 0) return undefined;
  const opened = await openCommand(tx, entity, { id: occasion, type: 'Replan', actor: system, payload: {}, source: 'dispatch' });
  return opened.is === 'other' ? undefined : { command: opened.command, moved };
}
