import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { doneTasksOf, openTasksOf, type DoneTaskRow, type Sql } from '@app/persistence';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { namesIn } from '../http/names';
import { DATABASE } from '../tokens';
import { taskTold } from './my-tasks';
import { doneCursor, donePlace, doneQuery, doneTasksAnswer, openTasksAnswer } from './tasks.schemas';

const openShown = 200;
const donePage = 20;

/** What is asked of the signed-in person, and what he has done. */
@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  @Get()
  @ApiOperation({ summary: 'Lists what is asked of the signed-in person' })
  @ApiOkResponse({ standardSchema: openTasksAnswer })
  async openTasks(@CurrentPerson() person: SignedIn): Promise<z.output<typeof openTasksAnswer>> {
    const actor = actorOf(person);
    const { total, rows } = await openTasksOf(this.db, actor, openShown);
    const items = rows.map((row) => taskTold(actor, row));
    const { people, organizations } = await namesIn(
      this.db,
      items.map(({ object, askedToo }) => [object, askedToo]),
    );
    return { total, items, people, organizations };
  }

  @Get('done')
  @ApiOperation({ summary: 'Lists what the signed-in person has done' })
  @ApiOkResponse({ standardSchema: doneTasksAnswer })
  async doneTasks(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: doneQuery }) { cursor }: z.output<typeof doneQuery>,
  ): Promise<z.output<typeof doneTasksAnswer>> {
    const after = cursor === undefined ? {} : { after: donePlace(cursor) };
    const rows = await doneTasksOf(this.db, person.personId, { limit: donePage, ...after });
    const page = rows.slice(0, donePage);
    const last = page.at(-1);
    const next = rows.length > donePage && last !== undefined ? doneCursor({ key: last.sortKey, id: last.id, rev: last.rev }) : null;
    return { items: page.map(doneTold), next };
  }
}

function doneTold({ kind, id, reference, command, commandId, rev, at }: DoneTaskRow): z.output<typeof doneTasksAnswer>['items'][number] {
  return { entity: { kind, id }, reference, command, commandId, receipt: rev, at: at.toISOString() };
}
