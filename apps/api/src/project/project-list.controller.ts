import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { countProjects, listProjects, type ProjectLine, type ProjectQuery, type Sql } from '@app/persistence';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { cursorOf, positionOf } from '../http/cursor';
import { DATABASE } from '../tokens';
import { projectCounts, projectListQuery, projectPage } from './project-list.schemas';

type Query = z.output<typeof projectListQuery>;

const usualLimit = 50;

/** The list of projects that the signed-in person may see. */
@ApiTags('projects')
@Controller('projects')
export class ProjectListController {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  @Get()
  @ApiOkResponse({ standardSchema: projectPage })
  async listProjects(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: projectListQuery }) query: Query,
  ): Promise<{ items: Omit<ProjectLine, 'sortKey'>[]; next: string | null }> {
    const wanted = queryOf(query);
    const lines = await listProjects(this.db, actorOf(person), wanted);
    const page = lines.slice(0, wanted.limit);
    const last = page.at(-1);
    const next = lines.length > wanted.limit && last !== undefined ? cursorOf({ sort: wanted.sort, key: last.sortKey, id: last.id }) : null;
    return { items: page.map(({ sortKey: _, ...line }) => line), next };
  }

  @Get('counts')
  @ApiOkResponse({ standardSchema: projectCounts })
  async countProjects(@CurrentPerson() person: SignedIn): Promise<z.output<typeof projectCounts>> {
    return { items: await countProjects(this.db, actorOf(person)) };
  }
}

function queryOf({ call, officer, cursor, limit, ...rest }: Query): ProjectQuery {
  return {
    ...withoutUndefined(rest),
    sort: rest.sort,
    limit: limit ?? usualLimit,
    ...(call === undefined ? {} : { callId: call }),
    ...(officer === undefined ? {} : { officerId: officer }),
    ...(cursor === undefined ? {} : { after: positionOf(cursor, rest.sort) }),
  };
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
