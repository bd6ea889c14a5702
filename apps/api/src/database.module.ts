import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { createDataSource, listenForOutcomes, type CommandOutcomes, type Sql } from '@app/persistence';
import { createLogger, DiskFileStore, type Config } from '@app/platform';
import { LazyDatabase } from './lazy-database';
import { CONFIG, DATABASE, FILES, LOGGER, OUTCOMES } from './tokens';

/** What every feature stands on: settings, database, files, logger. Nothing connects before it is used, so the API starts without them and says so. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: LazyDatabase,
    @Inject(OUTCOMES) private readonly outcomes: CommandOutcomes,
  ) {}

  /** The module under these settings. */
  static with(config: Config): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useFactory: () => createLogger('api', config.logLevel) },
        { provide: DATABASE, useFactory: () => lazyDatabase(config) },
        { provide: OUTCOMES, useFactory: (db: Sql) => listenForOutcomes(config.database.url, db), inject: [DATABASE] },
        { provide: FILES, useFactory: () => new DiskFileStore(config.files.dir) },
      ],
      exports: [CONFIG, LOGGER, DATABASE, OUTCOMES, FILES],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.outcomes.close();
    await this.database.close();
  }
}

function lazyDatabase({ database }: Config): LazyDatabase {
  return new LazyDatabase(createDataSource(database, 'gongfang-api'));
}
