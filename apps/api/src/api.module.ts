import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '@app/platform';
import { AuthModule } from './auth/auth.module';
import { CallModule } from './call/call.module';
import { CommandsModule } from './commands/commands.module';
import { DatabaseModule } from './database.module';
import { HealthModule } from './health/health.module';
import { ProjectModule } from './project/project.module';

/** The whole API: one module per feature, nothing else. */
@Module({})
export class ApiModule {
  /** The API under these settings. */
  static with(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [DatabaseModule.with(config), AuthModule, HealthModule, CommandsModule, ProjectModule, CallModule],
    };
  }
}
