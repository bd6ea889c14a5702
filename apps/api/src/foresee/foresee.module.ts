import { Module } from '@nestjs/common';
import { DryRunDesk } from './dry-run-desk';
import { DryRunPages } from './dry-run-pages';
import { DryRunsController } from './dry-runs.controller';

/** What changes of rules would do, before they do it. The worker thinks them through. */
@Module({ controllers: [DryRunsController], providers: [DryRunDesk, DryRunPages] })
export class ForeseeModule {}
