import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { ProjectExport } from './project-export';
import { projectExportQuery } from './project-export.schemas';

/** The list of projects as a file. */
@ApiTags('projects')
@Controller('projects/export')
export class ProjectExportController {
  constructor(private readonly exports: ProjectExport) {}

  @Get()
  @ApiOperation({ summary: 'Writes the filtered list of projects as CSV or XLSX, row by row' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ description: 'The table, row by row' })
  exportProjects(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: projectExportQuery }) query: z.output<typeof projectExportQuery>,
    @ReaderLanguage() language: SpokenLanguage,
    @Res() response: Response,
  ): Promise<void> {
    return this.exports.write(person, query, language, response);
  }
}
