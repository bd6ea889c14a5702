import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { PastPages } from './past-pages';
import { compareQuery, pastComparison, pastProject, pastQuery } from './past.schemas';

/** A project as it stood at past moments. */
@ApiTags('projects')
@Controller('projects/:id')
export class PastController {
  constructor(private readonly pages: PastPages) {}

  @Get('at')
  @ApiOperation({
    summary: 'Shows a project as it stood at a past moment: facts, deadlines, open tasks, policy, and who had been told what',
  })
  @ApiOkResponse({ standardSchema: pastProject })
  pastProject(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: pastQuery }) query: z.output<typeof pastQuery>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof pastProject>> {
    return this.pages.at(person, id, query, language);
  }

  @Get('compare')
  @ApiOperation({ summary: 'Tells what differs between two past moments of a project' })
  @ApiOkResponse({ standardSchema: pastComparison })
  compareProject(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: compareQuery }) query: z.output<typeof compareQuery>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof pastComparison>> {
    return this.pages.compare(person, id, query, language);
  }
}
