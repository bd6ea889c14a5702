import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '@app/platform';
import { ActionLinksModule } from './action-links/action-links.module';
import { AuthModule } from './auth/auth.module';
import { CallModule } from './call/call.module';
import { CommandsModule } from './commands/commands.module';
import { DatabaseModule } from './database.module';
import { DocumentModule } from './document/document.module';
import { EventsModule } from './events/events.module';
import { HealthModule } from './health/health.module';
import { PeopleModule } from './people/people.module';
import { ProjectModule } from './project/project.module';

/** The whole API: one module per feature, nothing else. */
@Module({})
export class ApiModule {
  /** The API under these settings. */
  static with(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        DatabaseModule.with(config),
        AuthModule,
        HealthModule,
        CommandsModule,
        ProjectModule,
        CallModule,
        DocumentModule,
        PeopleModule,
        EventsModule,
        ActionLinksModule,
      ],
    };
  }
}
