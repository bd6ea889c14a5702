import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, SeenRevision, type CommandCall } from '../commands/command-call.decorator';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { TemplateDesk } from './template-desk';
import {
  discardedTemplate,
  newTemplateDraft,
  proposeTemplateBody,
  templateAnswer,
  templateDraftBody,
  templateInAddress,
  templateList,
  templatePreview,
  templatePreviewBody,
  templateVersionAnswer,
  templateVersionInAddress,
  trialList,
  trialQuery,
} from './templates.schemas';

type Kind = z.output<typeof templateInAddress>;
type Place = z.output<typeof templateVersionInAddress>;
type Answer = z.output<typeof templateVersionAnswer>;

/** The words of mails: what is in force, drafts of what will be, a look at both, and their release by two people. */
@ApiTags('mail-templates')
@Controller('mail-templates')
export class TemplatesController {
  constructor(private readonly desk: TemplateDesk) {}

  @Get()
  @ApiOperation({ summary: 'Lists every kind of mail and where its words stand' })
  @ApiOkResponse({ standardSchema: templateList })
  listTemplates(@CurrentPerson() person: SignedIn): Promise<z.output<typeof templateList>> {
    return this.desk.list(person);
  }

  @Get(':kind')
  @ApiOperation({ summary: 'Shows one kind of mail: versions of its words, and the placeholders they may use' })
  @ApiOkResponse({ standardSchema: templateAnswer })
  template(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: templateInAddress }) { kind }: Kind,
  ): Promise<z.output<typeof templateAnswer>> {
    return this.desk.kind(person, kind);
  }

  @Get(':kind/trials')
  @ApiOperation({ summary: 'Lists real mails of a kind on which words can be tried' })
  @ApiOkResponse({ standardSchema: trialList })
  templateTrials(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: templateInAddress }) { kind }: Kind,
    @Query({ schema: trialQuery }) query: z.output<typeof trialQuery>,
  ): Promise<z.output<typeof trialList>> {
    return this.desk.trials(person, kind, query.q);
  }

  @Post(':kind/preview')
  @ApiOperation({ summary: 'Writes a mail with given words in both languages and checks them; nothing is stored or sent' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: templatePreview })
  previewTemplate(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: templateInAddress }) { kind }: Kind,
    @Body({ schema: templatePreviewBody }) body: z.output<typeof templatePreviewBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof templatePreview>> {
    return this.desk.show(person, kind, body, language);
  }

  @Post(':kind/versions')
  @ApiOperation({ summary: 'Begins a draft of words as a copy of a version; 0 is the words of the release' })
  @ApiCreatedResponse({ standardSchema: templateVersionAnswer })
  beginTemplateDraft(
    @GivenCommand() call: CommandCall,
    @Param({ schema: templateInAddress }) { kind }: Kind,
    @Body({ schema: newTemplateDraft }) { base }: z.output<typeof newTemplateDraft>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Answer> {
    return this.desk.begin(call, kind, base, language);
  }

  @Get(':kind/versions/:version')
  @ApiOperation({ summary: 'Shows a version of words with what is to be put right in it' })
  @ApiOkResponse({ standardSchema: templateVersionAnswer })
  templateVersion(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: templateVersionInAddress }) place: Place,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Answer> {
    return this.desk.read(person, place, language);
  }

  @Put(':kind/versions/:version')
  @ApiOperation({ summary: 'Saves the words of a draft' })
  @ApiOkResponse({ standardSchema: templateVersionAnswer })
  saveTemplateDraft(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: templateVersionInAddress }) place: Place,
    @SeenRevision() seen: number,
    @Body({ schema: templateDraftBody }) { texts }: z.output<typeof templateDraftBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Answer> {
    return this.desk.write(person, { ...place, seen }, texts, language);
  }

  @Post(':kind/versions/:version/discard')
  @ApiOperation({ summary: 'Discards a draft of words' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: discardedTemplate })
  discardTemplateDraft(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: templateVersionInAddress }) place: Place,
    @SeenRevision() seen: number,
  ): Promise<z.output<typeof discardedTemplate>> {
    return this.desk.discard(person, { ...place, seen });
  }

  @Post(':kind/versions/:version/propose')
  @FreshSignIn()
  @ApiOperation({ summary: 'Proposes a draft of words for release to a second person' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: templateVersionAnswer })
  proposeTemplate(
    @GivenCommand() call: CommandCall,
    @Param({ schema: templateVersionInAddress }) place: Place,
    @SeenRevision() seen: number,
    @Body({ schema: proposeTemplateBody }) { reason }: z.output<typeof proposeTemplateBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Answer> {
    return this.desk.propose(call, { ...place, seen, reason }, language);
  }

  @Post(':kind/versions/:version/confirm')
  @FreshSignIn()
  @ApiOperation({ summary: 'Releases, as the second person, words that were proposed' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: templateVersionAnswer })
  confirmTemplate(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: templateVersionInAddress }) place: Place,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Answer> {
    return this.desk.decide(person, place, 'confirm', language);
  }

  @Post(':kind/versions/:version/reject')
  @ApiOperation({ summary: 'Sends proposed words back; whoever proposed them takes them back' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: templateVersionAnswer })
  rejectTemplate(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: templateVersionInAddress }) place: Place,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<Answer> {
    return this.desk.decide(person, place, 'reject', language);
  }
}
