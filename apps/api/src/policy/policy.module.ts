import { Module } from '@nestjs/common';
import { PoliciesController } from './policies.controller';
import { PolicyDesk } from './policy-desk';

/** Policy versions and their drafts. */
@Module({ controllers: [PoliciesController], providers: [PolicyDesk] })
export class PolicyModule {}
