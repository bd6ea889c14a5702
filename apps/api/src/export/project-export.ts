import { Inject, Injectable } from '@nestjs/common';
import { readEveryLine, type TransactionSource } from '@app/persistence';
import { exportWords, type Config, type SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { attachment } from '../document/content-disposition';
import { Problem } from '../errors/problem';
import { filtersOf, namesIn } from '../project/project-list-query';
import { SearchKeeper } from '../project/search-keeper';
import { CONFIG, DATABASE } from '../tokens';
import { csvTable } from './csv-table';
import { ExportRoom } from './export-room';
import { cellsOf, exportColumnsOf, listColumns } from './project-columns';
import type { projectExportQuery } from './project-export.schemas';
import { responseSink } from './response-sink';
import { xlsxMostRows, xlsxTable } from './xlsx-table';

type Query = z.output<typeof projectExportQuery>;

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Tables of projects to take away: what the list shows under the same filters, columns and rights. */
@Injectable()
export class ProjectExport {
  private readonly room = new ExportRoom();

  constructor(
    @Inject(DATABASE) private readonly database: TransactionSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly search: SearchKeeper,
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
    const { sink, drained } = responseSink(response);
    const table = format === 'csv' ? csvTable(sink, bom === true) : xlsxTable(sink, words.file);
    const query = { ...filtersOf(filters), sort, language: namesIn(language) };
    await this.room.run(() =>
      readEveryLine(this.database, actorOf(person), query, {
        begin: (total) => {
          this.refuseTooLarge(total, format);
          begin(response, format, words.file);
          table.head(shown.map((column) => words.columns[column]));
        },
        lines: async (lines) => {
          for (const line of lines) table.row(cellsOf(line, shown, words));
          await drained();
        },
      }).catch((error: unknown) => {
        if (!response.headersSent) throw error;
        // The reader must not take half a table for a whole one.
        response.destroy();
      }),
    );
    if (response.destroyed) return;
    table.end();
    response.end();
  }

  private refuseTooLarge(total: number, format: Query['format']): void {
    const limit = Math.min(this.config.exportMaxRows, format === 'xlsx' ? xlsxMostRows - 1 : Infinity);
    if (total > limit) throw new Problem('EXPORT_TOO_LARGE', { values: { rows: total, limit } });
  }
}

function begin(response: Response, format: Query['format'], name: string): void {
  response.status(200).set({
    'Content-Type': mediaTypes[format],
    'Content-Disposition': attachment(`${name}-${new Date().toISOString().slice(0, 10)}.${format}`),
    'Cache-Control': 'no-store',
  });
}
