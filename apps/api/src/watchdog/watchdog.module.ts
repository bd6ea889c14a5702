import { Module } from '@nestjs/common';
import { WatchdogController } from './watchdog.controller';

/** The proof that nothing was silently missed. */
@Module({ controllers: [WatchdogController] })
export class WatchdogModule {}
