import { Module } from '@nestjs/common';
import { OverviewController } from './overview.controller';

/** The home page: figures and what waits. */
@Module({ controllers: [OverviewController] })
export class OverviewModule {}
