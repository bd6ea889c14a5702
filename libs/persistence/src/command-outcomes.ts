import { Client } from 'pg';
import { findCommand, type StoredCommand } from './commands';
import { outcomeChannel } from './ledger/command-answers';
import type { EntityKey } from './ledger/entry-body';
import type { Sql } from './sql';

/** Waits for the answers of commands. */
export interface CommandOutcomes {
  /**
   * The command once it has an answer; as it is (pending) after `ms`. Looks at once, when it is announced, when the connection is back, and every
   * 500 ms, so a lost announcement costs half a second at most. Rejects only when the database does not answer the last look.
   */
  wait(entity: EntityKey, commandId: string, ms: number): Promise<StoredCommand | undefined>;
  /** Looks at once for a command somebody waits for: after the engine has taken it, say. */
  look(entity: EntityKey, commandId: string): void;
  close(): Promise<void>;
}

const pollEveryMs = 500;
const reconnectAfterMs = 1_000;

/**
 * Listens on one direct connection (not through a pooler, which would lose announcements).
 * @param url connection string of the application's role
 */
export async function listenForOutcomes(url: string, db: Sql): Promise<CommandOutcomes> {
  const waiting = new Map<string, Set<() => void>>();
  const lookAll = (): void => waiting.forEach((looks) => looks.forEach((look) => look()));
  const announced = (key: string): void => waiting.get(key)?.forEach((look) => look());
  const listener = keepListening(url, announced, lookAll);
  await listener.firstTry;
  const timer = setInterval(lookAll, pollEveryMs);
  timer.unref();
  return {
    look: (entity, commandId) => announced(keyOf(entity, commandId)),
    wait: (entity, commandId, ms) => {
      const key = keyOf(entity, commandId);
      return waitFor(
        ms,
        () => findCommand(db, entity, commandId),
        (look) => {
          const looks = waiting.get(key) ?? new Set();
          waiting.set(key, looks.add(look));
          return () => {
            looks.delete(look);
            if (looks.size === 0) waiting.delete(key);
          };
        },
      );
    },
    close: async () => {
      clearInterval(timer);
      await listener.close();
    },
  };
}

function keyOf(entity: EntityKey, commandId: string): string {
  return `${entity.kind}/${entity.id}/${commandId}`;
}

async function waitFor(
  ms: number,
  find: () => Promise<StoredCommand | undefined>,
  subscribe: (look: () => void) => () => void,
): Promise<StoredCommand | undefined> {
  let unsubscribe = (): void => undefined;
  let deadline: NodeJS.Timeout | undefined;
  try {
    const answered = await new Promise<StoredCommand | undefined>((resolve) => {
      const look = (): void => {
        find().then(
          (command) => {
            if (command !== undefined && command.status !== 'pending') resolve(command);
          },
          // The database is away for the moment: the next look, or the last one, decides.
          () => undefined,
        );
      };
      unsubscribe = subscribe(look);
      deadline = setTimeout(() => resolve(undefined), ms);
      look();
    });
    return answered ?? (await find());
  } finally {
    clearTimeout(deadline);
    unsubscribe();
  }
}

/** Keeps one connection listening, for ever: a lost one is made anew, and then everything is looked at once. */
function keepListening(url: string, onKey: (key: string) => void, onBack: () => void): { firstTry: Promise<void>; close(): Promise<void> } {
  let closed = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const again = (): void => {
    if (!closed) retry = setTimeout(() => void connect(), reconnectAfterMs);
  };
  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, application_name: 'gongfang-outcomes', keepAlive: true });
    client = next;
    let lost = false;
    next.on('error', () => next.emit('end'));
    next.on('end', () => {
      if (lost) return;
      lost = true;
      again();
    });
    next.on('notification', (message) => onKey(message.payload ?? ''));
    try {
      await next.connect();
      await next.query(`LISTEN ${outcomeChannel}`);
      onBack();
    } catch {
      next.emit('end');
    }
  };
  return {
    firstTry: connect(),
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
