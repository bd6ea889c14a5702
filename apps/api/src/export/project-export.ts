import { Inject, Injectable } from '@nestjs/common';
import { readEveryLine, type TransactionSource } from '@app/persistence';
import { exportWords, type Config, type SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { filtersOf, namesIn } from '../project/project-list-query';
import { SearchKeeper } from '../project/search-keeper';
import { CONFIG, DATABASE } from '../tokens';
import { ExportRoom } from './export-room';
import { cellsOf, exportColumnsOf, listColumns } from './project-columns';
import type { projectExportQuery } from './project-export.schemas';
import { writeTable } from './table-response';

type Query = z.output<typeof projectExportQuery>;

/** Tables of projects to take away: what the list shows under the same filters, columns and rights. */
@Injectable()
export class ProjectExport {
  constructor(
    @Inject(DATABASE) private readonly database: TransactionSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly search: SearchKeeper,
    private readonly room: ExportRoom,
  ) {}

  /** Writes the table into the response. Throws EXPORT_TOO_LARGE or EXPORT_BUSY before the first byte; a fault after it cuts the connection. */
  async write(
    person: SignedIn,
    { format, columns, sort, bom, ...filters }: Query,
    language: SpokenLanguage,
    response: Response,
  ): Promise<void> {
    if (filters.q !== undefined) await this.search.freshen();
    const words = exportWords[language];
    const shown = exportColumnsOf(columns ?? listColumns);
    const wish = {
      ...{ format, bom, name: words.file, mostRows: this.config.exportMaxRows },
      columns: shown.map((column) => words.columns[column]),
    };
    const query = { ...filtersOf(filters), sort, language: namesIn(language) };
    await this.room.run(() =>
      writeTable(response, wish, (table) =>
        readEveryLine(this.database, actorOf(person), query, {
          begin: table.begin,
          lines: async (lines) => {
            for (const line of lines) table.row(cellsOf(line, shown, words));
            await table.drained();
          },
        }),
      ),
    );
  }
}
