import { setTimeout as delay } from 'node:timers/promises';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import type { CommandOutcomes, Sql } from '@app/persistence';
import type { Config } from '@app/platform';
import { CONFIG, DATABASE, OUTCOMES } from '../tokens';
import { BulkStarter } from './bulk-starter';
import { CommandGateway } from './command.gateway';
import { dryRunner } from './dry-run';
import { ForeseeStarter } from './foresee-starter';
import { MailDeskBell } from './mail-desk-bell';
import { Maintenance } from './maintenance';
import { ProofStarter } from './proof-starter';
import { RehearsalStarter } from './rehearsal-starter';
import { gatewayClient } from './temporal-client';

/** The API is down within 5 s. */
const handoverMs = 2_000;

const ENGINE = Symbol('engine client');

/** Provides the gateway; the engine is reached at the first command, so the API starts without it. */
@Global()
@Module({
  providers: [
    { provide: ENGINE, useFactory: (config: Config) => gatewayClient(config), inject: [CONFIG] },
    { provide: Maintenance, useFactory: (client: Client) => new Maintenance(client), inject: [ENGINE] },
    { provide: ProofStarter, useFactory: (client: Client) => new ProofStarter(client), inject: [ENGINE] },
    { provide: ForeseeStarter, useFactory: (client: Client) => new ForeseeStarter(client), inject: [ENGINE] },
    { provide: RehearsalStarter, useFactory: (client: Client) => new RehearsalStarter(client), inject: [ENGINE] },
    { provide: BulkStarter, useFactory: (client: Client) => new BulkStarter(client), inject: [ENGINE] },
    { provide: MailDeskBell, useFactory: (client: Client) => new MailDeskBell(client), inject: [ENGINE] },
    {
      provide: CommandGateway,
      useFactory: (db: Sql, outcomes: CommandOutcomes, client: Client) =>
        new CommandGateway({ db, outcomes, client, dryRun: dryRunner(db) }),
      inject: [DATABASE, OUTCOMES, ENGINE],
    },
  ],
  exports: [BulkStarter, CommandGateway, ForeseeStarter, MailDeskBell, Maintenance, ProofStarter, RehearsalStarter],
})
export class CommandGatewayModule implements OnApplicationShutdown {
  constructor(
    private readonly gateway: CommandGateway,
    @Inject(ENGINE) private readonly client: Client,
  ) {}

  /** Lets what is being handed over end; what does not end in time stays pending and is submitted by the sweep. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.race([this.gateway.idle(), delay(handoverMs, undefined, { ref: false })]);
    await this.client.connection.close();
  }
}
