import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, SeenRevision, type CommandCall } from '../commands/command-call.decorator';
import { ReaderLanguage } from '../http/reader-language.decorator';
import {
  differenceQuery,
  discarded,
  newPolicyDraft,
  policyAnswer,
  policyDifferences,
  policyDraftBody,
  policyKeyList,
  policyList,
  proposeBody,
  versionInAddress,
} from './policy.schemas';
import { PolicyDesk } from './policy-desk';

type Version = z.output<typeof policyAnswer>;

/** Policy versions: what the programme has settled, drafts of what it will settle, and their publication by two people. */
@ApiTags('policies')
@Controller('policies')
export class PoliciesController {
  constructor(private readonly desk: PolicyDesk) {}

  @Get()
  @ApiOperation({ summary: 'Lists policy versions and drafts, and how much runs on each' })
  @ApiOkResponse({ standardSchema: policyList })
  listPolicies(@CurrentPerson() person: SignedIn): Promise<z.output<typeof policyList>> {
    return this.desk.list(person);
  }

  @Get('keys')
  @ApiOperation({ summary: 'Lists every key of a policy: bounds, default, source, and who may change it' })
  @ApiOkResponse({ standardSchema: policyKeyList })
  policyKeys(@CurrentPerson() person: SignedIn, @ReaderLanguage() language: SpokenLanguage): z.output<typeof policyKeyList> {
    return this.desk.keys(person, language);
  }

  @Post()
  @ApiOperation({ summary: 'Begins a draft as a copy of a version' })
  @ApiCreatedResponse({ standardSchema: policyAnswer })
  beginPolicyDraft(
    @GivenCommand() call: CommandCall,
    @Body({ schema: newPolicyDraft }) body: z.output<typeof newPolicyDraft>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Version> {
    return this.desk.begin(call, body, language);
  }

  @Get(':version')
  @ApiOperation({ summary: 'Shows a policy version or draft with every value' })
  @ApiOkResponse({ standardSchema: policyAnswer })
  policy(
    @CurrentPerson() person: SignedIn,
    @Param('version', { schema: versionInAddress }) version: number,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Version> {
    return this.desk.read(person, version, language);
  }

  @Get(':version/difference')
  @ApiOperation({ summary: 'Lists the keys in which a version differs from another' })
  @ApiOkResponse({ standardSchema: policyDifferences })
  policyDifference(
    @CurrentPerson() person: SignedIn,
    @Param('version', { schema: versionInAddress }) version: number,
    @Query({ schema: differenceQuery }) query: z.output<typeof differenceQuery>,
  ): Promise<z.output<typeof policyDifferences>> {
    return this.desk.difference(person, version, query.with);
  }

  @Put(':version')
  @ApiOperation({ summary: 'Saves values of a draft, all or none' })
  @ApiOkResponse({ standardSchema: policyAnswer })
  savePolicyDraft(
    @CurrentPerson() person: SignedIn,
    @Param('version', { schema: versionInAddress }) version: number,
    @SeenRevision() seen: number,
    @Body({ schema: policyDraftBody }) body: z.output<typeof policyDraftBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Version> {
    return this.desk.write(person, { version, seen, body }, language);
  }

  @Post(':version/discard')
  @ApiOperation({ summary: 'Discards a draft of a policy' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: discarded })
  discardPolicyDraft(
    @CurrentPerson() person: SignedIn,
    @Param('version', { schema: versionInAddress }) version: number,
    @SeenRevision() seen: number,
  ): Promise<z.output<typeof discarded>> {
    return this.desk.discard(person, version, seen);
  }

  @Post(':version/propose')
  @FreshSignIn()
  @ApiOperation({ summary: 'Proposes a draft of a policy for publication to a second person' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: policyAnswer })
  proposePolicy(
    @GivenCommand() call: CommandCall,
    @Param('version', { schema: versionInAddress }) version: number,
    @SeenRevision() seen: number,
    @Body({ schema: proposeBody }) body: z.output<typeof proposeBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Version> {
    return this.desk.propose(call, { version, seen, reason: body.reason }, language);
  }

  @Post(':version/confirm')
  @FreshSignIn()
  @ApiOperation({ summary: 'Publishes, as the second person, a draft that was proposed' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: policyAnswer })
  confirmPolicy(
    @CurrentPerson() person: SignedIn,
    @Param('version', { schema: versionInAddress }) version: number,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Version> {
    return this.desk.decide(person, { version, verdict: 'confirm' }, language);
  }

  @Post(':version/reject')
  @ApiOperation({ summary: 'Sends a proposed draft of a policy back; whoever proposed it takes it back' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: policyAnswer })
  rejectPolicy(
    @CurrentPerson() person: SignedIn,
    @Param('version', { schema: versionInAddress }) version: number,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Version> {
    return this.desk.decide(person, { version, verdict: 'reject' }, language);
  }
}
