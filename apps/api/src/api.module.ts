import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '@app/platform';
import { ActionLinksModule } from './action-links/action-links.module';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { CalendarModule } from './calendar/calendar.module';
import { BoardModule } from './board/board.module';
import { BulkModule } from './bulk/bulk.module';
import { CalendarFeedModule } from './calendar-feed/calendar-feed.module';
import { CallModule } from './call/call.module';
import { CampaignModule } from './campaign/campaign.module';
import { CommandsModule } from './commands/commands.module';
import { DatabaseModule } from './database.module';
import { DocumentModule } from './document/document.module';
import { EngineModule } from './engine/engine.module';
import { EventsModule } from './events/events.module';
import { ExportModule } from './export/export.module';
import { ForeseeModule } from './foresee/foresee.module';
import { RehearsalModule } from './rehearsal/rehearsal.module';
import { HealthModule } from './health/health.module';
import { NotificationModule } from './notification/notification.module';
import { OverviewModule } from './overview/overview.module';
import { PeopleModule } from './people/people.module';
import { PolicyModule } from './policy/policy.module';
import { ProjectModule } from './project/project.module';
import { TasksModule } from './tasks/tasks.module';
import { PublicModule } from './public/public.module';
import { WatchdogModule } from './watchdog/watchdog.module';
import { ViewModule } from './view/view.module';

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
        ExportModule,
        ProjectModule,
        ViewModule,
        BoardModule,
        CallModule,
        CalendarModule,
        PolicyModule,
        DocumentModule,
        PeopleModule,
        OverviewModule,
        TasksModule,
        NotificationModule,
        CalendarFeedModule,
        CampaignModule,
        EngineModule,
        BulkModule,
        ForeseeModule,
        RehearsalModule,
        EventsModule,
        ActionLinksModule,
        PublicModule,
        AuditModule,
        WatchdogModule,
      ],
    };
  }
}
