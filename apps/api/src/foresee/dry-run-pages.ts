import { Inject, Injectable } from '@nestjs/common';
import { dryRunLines, type DryRunLineFilters, type DryRunPlace, type NamedDryRunLine, type Sql } from '@app/persistence';
import { mailWords, type SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import type { SignedIn } from '../auth/signed-in';
import type { Cell } from '../export/cells';
import { writeTable } from '../export/table-response';
import { cursorOf, listMark, positionOf } from '../http/cursor';
import { DATABASE } from '../tokens';
import { calledIn } from './dry-run-answers';
import { DryRunDesk } from './dry-run-desk';
import type { dryRunExportQuery, dryRunLinesPage, dryRunLinesQuery } from './dry-runs.schemas';

type Page = z.output<typeof dryRunLinesPage>;
type Line = Page['items'][number];

const sort = 'project';
const readAtOnce = 1_000;
const mostRows = 500_000;
const columns = ['kind', 'project', 'mail', 'object', 'step', 'level', 'person', 'role', 'country', 'from', 'to', 'tonight'];

/** The lines of a dry run: which mail to whom moves, comes or goes. */
@Injectable()
export class DryRunPages {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly desk: DryRunDesk,
  ) {}

  /** A page of lines under filters. Throws NOT_FOUND, and BAD_CURSOR for a cursor of another list. */
  async lines(person: SignedIn, id: string, query: z.output<typeof dryRunLinesQuery>, language: SpokenLanguage): Promise<Page> {
    await this.desk.read(person, id);
    const { limit, cursor, ...filters } = query;
    const of = listMark(id, filters);
    const after = cursor === undefined ? {} : { after: placeOf(cursor, of) };
    const found = await dryRunLines(this.db, id, filtersOf(filters), { ...after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last !== undefined ? cursorOf({ sort, key: String(last.no), id: last.projectId, of }) : null;
    return { items: page.map((line) => lineOf(line, language)), next };
  }

  /** All lines under filters as a table, row by row. Throws NOT_FOUND and EXPORT_TOO_LARGE. */
  async write(
    person: SignedIn,
    id: string,
    { format, bom, ...filters }: z.output<typeof dryRunExportQuery>,
    { language, response }: { language: SpokenLanguage; response: Response },
  ): Promise<void> {
    const { result } = await this.desk.read(person, id);
    const total = result === null ? 0 : result.moved + result.new + result.gone;
    await writeTable(response, { format, bom, name: 'dry-run', columns, mostRows }, async (table) => {
      table.begin(total);
      let after: DryRunPlace | undefined;
      do {
        const found = await dryRunLines(this.db, id, filtersOf(filters), { ...(after === undefined ? {} : { after }), limit: readAtOnce });
        for (const line of found) table.row(cellsOf(lineOf(line, language)));
        await table.drained();
        after = found.length < readAtOnce ? undefined : found.at(-1);
      } while (after !== undefined);
    });
  }
}

type Filters = Omit<z.output<typeof dryRunExportQuery>, 'bom' | 'format'>;

function filtersOf({ person, ...filters }: Filters): DryRunLineFilters {
  const named = Object.entries({ ...filters, personId: person }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named);
}

function placeOf(cursor: string, of: string): DryRunPlace {
  const { key, id } = positionOf(cursor, sort, { of, byInstant: false });
  return { projectId: id, no: Number(key) };
}

function lineOf(line: NamedDryRunLine, language: SpokenLanguage): Line {
  const { personName: fullName, personLatinName: latinName, rule, tonight, ...rest } = line;
  const { ladders, codes } = mailWords[language];
  const what = ladders[rule]?.act ?? codes[rule] ?? rule;
  return { ...rest, what, name: calledIn(language, { fullName, latinName }), tonight: tonight === true };
}

function text(value: string | null): Cell {
  return value === null ? { is: 'nothing' } : { is: 'text', text: value };
}

function instant(value: string | null): Cell {
  return value === null ? { is: 'nothing' } : { is: 'instant', instant: value };
}

function cellsOf(line: Line): Cell[] {
  const { kind, reference, projectId, what, object, step, level, name, role, country, from, to, tonight } = line;
  return [
    ...[kind, reference ?? projectId, what, object, step, level, name, role, country].map(text),
    ...[instant(from), instant(to), text(tonight ? 'yes' : null)],
  ];
}
