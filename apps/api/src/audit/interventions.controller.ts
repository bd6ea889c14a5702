import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { InterventionExport } from './intervention-export';
import { InterventionPages } from './intervention-pages';
import { interventionExportQuery, interventionKinds, interventionListQuery, interventionPage } from './interventions.schemas';

/** Everything that people did outside the ordinary course. */
@ApiTags('administration')
@Controller('interventions')
export class InterventionsController {
  constructor(
    private readonly pages: InterventionPages,
    private readonly exports: InterventionExport,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists interventions, the newest first: who, how, why, before and after, approved and taken back by whom' })
  @ApiOkResponse({ standardSchema: interventionPage })
  listInterventions(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: interventionListQuery }) query: z.output<typeof interventionListQuery>,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof interventionPage>> {
    return this.pages.list(person, query, language);
  }

  @Get('kinds')
  @ApiOperation({ summary: 'Names the kinds of interventions' })
  @ApiOkResponse({ standardSchema: interventionKinds })
  interventionKinds(@CurrentPerson() person: SignedIn, @ReaderLanguage() language: SpokenLanguage): z.output<typeof interventionKinds> {
    return this.pages.kinds(person, language);
  }

  @Get('export')
  @ApiOperation({ summary: 'Writes the filtered list of interventions as CSV or XLSX, row by row' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ description: 'The table, row by row' })
  exportInterventions(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: interventionExportQuery }) query: z.output<typeof interventionExportQuery>,
    @ReaderLanguage() language: SpokenLanguage,
    @Res() response: Response,
  ): Promise<void> {
    return this.exports.write(person, query, language, response);
  }
}
