import type { createDataSource, Sql } from '@app/persistence';

type DataSource = ReturnType<typeof createDataSource>;

/** The database, connected at the first statement; a failed attempt is made again by the next one. */
export class LazyDatabase implements Sql {
  private connecting: Promise<unknown> | undefined;

  constructor(private readonly source: DataSource) {}

  /** Runs one statement. Rejects with the driver's error while the database is away. */
  async query<T>(statement: string, parameters?: unknown[]): Promise<T> {
    await this.connected();
    return this.source.query<T>(statement, parameters);
  }

  /** Runs several statements as one transaction. */
  async transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    await this.connected();
    return this.source.transaction((manager) => work({ query: (statement, parameters) => manager.query(statement, parameters) }));
  }

  /** The connected source, for readers that ask for it. */
  async dataSource(): Promise<DataSource> {
    await this.connected();
    return this.source;
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await this.connecting?.catch(() => undefined);
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async connected(): Promise<void> {
    if (this.source.isInitialized) return;
    this.connecting ??= this.source.initialize().finally(() => (this.connecting = undefined));
    await this.connecting;
  }
}
