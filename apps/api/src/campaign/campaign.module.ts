import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { CampaignsController } from './campaigns.controller';
import { RemindCheck } from './remind-check';

/** The yearly campaign of annual reports: its grid, and the check before people are reminded. */
@Module({ imports: [ProjectModule], controllers: [CampaignsController], providers: [RemindCheck] })
export class CampaignModule {}
