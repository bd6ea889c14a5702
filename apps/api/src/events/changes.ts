import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { changedSince, commentsReadableAmong, readableAmong, type ChangedEntity, type ChangesCursor, type Sql } from '@app/persistence';
import { Subject, type Observable } from 'rxjs';
import type { Logger } from 'pino';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { DATABASE, LOGGER } from '../tokens';

const lookEveryMs = 1_000;
const mostRemembered = 10_000;

/** Tells which entities have changed, by ids only. One look a second serves all who listen; nobody listens, nothing is asked. */
@Injectable()
export class Changes implements OnModuleInit, BeforeApplicationShutdown {
  private readonly changes = new Subject<ChangedEntity[]>();
  private readonly ending = new Subject<void>();
  private cursor: ChangesCursor | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Last revision told per entity: looks overlap, so that a commit that became visible late is not missed. */
  private readonly told = new Map<string, number>();

  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.look(), lookEveryMs);
    this.timer.unref();
  }

  /** Ends all streams, so that the server has nothing left to wait for. */
  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    this.ending.next();
    this.changes.complete();
  }

  /** Batches of changes from now on, of everybody's entities. */
  all(): Observable<ChangedEntity[]> {
    return this.changes.asObservable();
  }

  /** Emits once, when the API stops. */
  ended(): Observable<void> {
    return this.ending.asObservable();
  }

  /** Those of a batch that a person may know of. */
  async readable(person: SignedIn, batch: ChangedEntity[]): Promise<ChangedEntity[]> {
    const idsOf = (kind: ChangedEntity['kind']): string[] => batch.filter((one) => one.kind === kind).map((one) => one.id);
    const projects = await readableAmong(this.db, actorOf(person), idsOf('project'));
    const comments = await commentsReadableAmong(this.db, actorOf(person), idsOf('comment'));
    return batch.filter(({ kind, id }) => kind === 'call' || (kind === 'comment' ? comments : projects).has(id));
  }

  private async look(): Promise<void> {
    if (!this.changes.observed) {
      this.cursor = undefined;
      return;
    }
    try {
      const { cursor, changed } = await changedSince(this.db, this.cursor);
      const first = this.cursor === undefined;
      this.cursor = cursor;
      const fresh = changed.filter((one) => this.isNew(one));
      if (!first && fresh.length > 0) this.changes.next(fresh);
    } catch (error) {
      this.logger.debug({ error: error instanceof Error ? error.message : 'unknown' }, 'changes cannot be looked up now');
    }
  }

  private isNew({ kind, id, rev }: ChangedEntity): boolean {
    const key = `${kind}/${id}`;
    if ((this.told.get(key) ?? 0) >= rev) return false;
    if (this.told.size > mostRemembered) this.told.clear();
    this.told.set(key, rev);
    return true;
  }
}
