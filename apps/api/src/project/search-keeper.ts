import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { refreshSearch, searchIsStale, type TransactionSource } from '@app/persistence';
import type { Logger } from 'pino';
import { DATABASE, LOGGER } from '../tokens';

/** Marks that one search waits for; what is left is done behind it. */
const atOnce = 200;
const atOnceBehind = 500;

/** Keeps what projects are found by up to date: before each search what changed since, and after a great change the rest behind it. */
@Injectable()
export class SearchKeeper implements OnApplicationBootstrap {
  private underWay: Promise<void> | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: TransactionSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.finishBehind();
  }

  /** Resolves when a search finds what was written before it began; after a great change (thousands renamed at once) it may still lack some. */
  async freshen(): Promise<void> {
    if (!(await searchIsStale(this.database))) return;
    if ((await refreshSearch(this.database, atOnce)) === atOnce) this.finishBehind();
  }

  private finishBehind(): void {
    this.underWay ??= this.finish()
      // The next search tries again.
      .catch((error: unknown) =>
        this.logger.warn({ err: error, event: 'search-refresh-failed' }, 'search texts could not be brought up to date'),
      )
      .finally(() => (this.underWay = undefined));
  }

  private async finish(): Promise<void> {
    while ((await refreshSearch(this.database, atOnceBehind)) > 0);
  }
}
