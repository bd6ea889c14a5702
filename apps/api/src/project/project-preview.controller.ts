import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { Access } from '../auth/route-access';
import type { SignedIn } from '../auth/signed-in';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { entityId } from '../http/params';
import { previewAnswer, whatIfBody } from './preview.schemas';
import { ProjectPreview } from './project-preview';

const address = z.strictObject({
  id: z.uuid(),
  command: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .max(60),
});
const ofChange = z.strictObject({ id: z.uuid(), changeId: z.uuid() });
const anyBody = z.record(z.string(), z.unknown());

/** What commands would do, without doing them. */
@ApiTags('project commands')
@Controller('projects/:id')
export class ProjectPreviewController {
  constructor(private readonly previews: ProjectPreview) {}

  @Post('preview/:command')
  @ApiOperation({ summary: 'Says what a command would change, without giving it' })
  @HttpCode(200)
  @Access('read')
  @ApiOkResponse({ standardSchema: previewAnswer })
  previewCommand(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: address }) { id, command }: z.output<typeof address>,
    @Body({ schema: anyBody }) body: z.output<typeof anyBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof previewAnswer>> {
    return this.previews.preview(person, id, [{ command, body }], language);
  }

  @Get('changes/:changeId/preview')
  @ApiOperation({ summary: 'Says what an open change would make another, once everybody has agreed who has to' })
  @Access('read')
  @ApiOkResponse({ standardSchema: previewAnswer })
  previewChange(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: ofChange }) { id, changeId }: z.output<typeof ofChange>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof previewAnswer>> {
    return this.previews.ofChange(person, id, changeId, language);
  }

  @Post('what-if')
  @ApiOperation({ summary: 'Says what several acts would change, each after so many days, without doing any' })
  @HttpCode(200)
  @Access('read')
  @ApiOkResponse({ standardSchema: previewAnswer })
  whatIf(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: whatIfBody }) { acts }: z.output<typeof whatIfBody>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof previewAnswer>> {
    return this.previews.preview(person, id, acts, language, true);
  }
}
