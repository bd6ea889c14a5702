import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { countMatching, countProjects, isNameSort, listProjects, type ProjectLine, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { DATABASE } from '../tokens';
import { filtersOf, listQueryOf, pageOf } from './project-list-query';
import { projectCounts, projectListQuery, projectPage } from './project-list.schemas';
import { SearchKeeper } from './search-keeper';

type Query = z.output<typeof projectListQuery>;

interface ProjectPage {
  items: Omit<ProjectLine, 'sortKey'>[];
  next: string | null;
  previous: string | null;
  total: number;
}

/** The list of projects that the signed-in person may see. */
@ApiTags('projects')
@Controller('projects')
export class ProjectListController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly search: SearchKeeper,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the projects the reader may see, a page at a time' })
  @ApiOkResponse({ standardSchema: projectPage })
  async listProjects(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: projectListQuery }) query: Query,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<ProjectPage> {
    const wanted = listQueryOf(query, language);
    if (query.q !== undefined || isNameSort(query.sort)) await this.search.freshen();
    const actor = actorOf(person);
    const { sort: _sort, limit: _limit, cursor: _cursor, ...filters } = query;
    const [lines, total] = await Promise.all([listProjects(this.db, actor, wanted), countMatching(this.db, actor, filtersOf(filters))]);
    const { page, next, previous } = pageOf(lines, wanted, query, language);
    return { items: page, next, previous, total };
  }

  @Get('counts')
  @ApiOperation({ summary: 'Counts the projects the reader may see, by stage' })
  @ApiOkResponse({ standardSchema: projectCounts })
  async countProjects(@CurrentPerson() person: SignedIn): Promise<z.output<typeof projectCounts>> {
    return { items: await countProjects(this.db, actorOf(person)) };
  }
}
