import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { HealthService } from './health.service';

/** Whether the process lives, and whether what it depends on answers. */
@Module({ controllers: [HealthController], providers: [HealthService] })
export class HealthModule {}
