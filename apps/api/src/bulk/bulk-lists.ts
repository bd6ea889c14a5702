import { Inject, Injectable } from '@nestjs/common';
import { bulkRows, readableAmong, selectProjects, type BulkRow, type BulkRun, type Sql } from '@app/persistence';
import type { Config } from '@app/platform';
import type { z } from 'zod';
import { z as zod } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { fieldProblems } from '../errors/validation';
import { filtersOf } from '../project/project-list-query';
import { projectFilterFields } from '../project/project-list.schemas';
import { SearchKeeper } from '../project/search-keeper';
import { CONFIG, DATABASE } from '../tokens';
import type { bulkRunBody } from './bulk.schemas';

type Selection = z.output<typeof bulkRunBody>['selection'];

/** The most projects of one list. */
const mostRows = 10_000;

const listQuery = zod.strictObject(projectFilterFields);

/** Which projects an act on many is about. */
@Injectable()
export class BulkLists {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
    private readonly search: SearchKeeper,
  ) {}

  /** How many rows need a second person: more than these. */
  get secondAbove(): number {
    return this.config.bulkSecondPersonAbove;
  }

  /** Ids of the projects that a selection means to this reader. Throws BAD_INPUT, NOT_FOUND, EMPTY_LIST and LIST_TOO_LONG. */
  async idsOf(person: SignedIn, selection: Selection): Promise<string[]> {
    const ids = 'ids' in selection ? await this.named(person, selection.ids) : await this.chosen(person, selection.query);
    if (ids.length === 0) throw new Problem('EMPTY_LIST');
    if (ids.length > mostRows) throw new Problem('LIST_TOO_LONG', { values: { limit: mostRows } });
    return ids;
  }

  /** Rows of a run that stand in these states. */
  async rowsIn(person: SignedIn, run: BulkRun, states: BulkRow['state'][]): Promise<BulkRow[]> {
    return bulkRows(this.db, actorOf(person), run.id, { states, limit: mostRows });
  }

  private async named(person: SignedIn, ids: string[]): Promise<string[]> {
    const readable = await readableAmong(this.db, actorOf(person), ids);
    if (ids.some((id) => !readable.has(id))) throw new Problem('NOT_FOUND');
    return ids;
  }

  private async chosen(person: SignedIn, query: Record<string, string>): Promise<string[]> {
    const parsed = listQuery.safeParse(query);
    if (!parsed.success) throw new Problem('BAD_INPUT', { fields: fieldProblems(parsed.error.issues) });
    if (parsed.data.q !== undefined) await this.search.freshen();
    return selectProjects(this.db, actorOf(person), filtersOf(parsed.data), mostRows + 1);
  }
}
