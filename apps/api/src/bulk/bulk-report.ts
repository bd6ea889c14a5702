import { Inject, Injectable } from '@nestjs/common';
import { bulkRows, type BulkRow, type Sql } from '@app/persistence';
import { bulkWords, type BulkColumn, type Config, type SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { nothing, textCell, type Cell } from '../export/cells';
import { ExportRoom } from '../export/export-room';
import { writeTable } from '../export/table-response';
import { CONFIG, DATABASE } from '../tokens';
import { bulkRowOf } from './bulk-answers';
import { BulkDesk } from './bulk-desk';

/** Which report, in which form. */
export interface ReportWish {
  id: string;
  format: 'csv' | 'xlsx';
  bom?: boolean | undefined;
}

const columns = ['position', 'reference', 'foreseen', 'state', 'why', 'rev', 'doneAt', 'projectId'] as const satisfies BulkColumn[];
const readAtOnce = 500;

/** All rows of a run as a file to take away. */
@Injectable()
export class BulkReport {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
    private readonly desk: BulkDesk,
    private readonly room: ExportRoom,
  ) {}

  /** Writes the table into the response. Throws NOT_ALLOWED, NOT_FOUND, EXPORT_TOO_LARGE or EXPORT_BUSY before the first byte. */
  async write(person: SignedIn, { id, format, bom }: ReportWish, language: SpokenLanguage, response: Response): Promise<void> {
    const run = await this.desk.read(person, id);
    const words = bulkWords[language];
    const wish = { format, bom, name: words.file, mostRows: this.config.exportMaxRows, columns: columns.map((one) => words.columns[one]) };
    await this.room.run(() =>
      writeTable(response, wish, async (table) => {
        table.begin(run.counts.total);
        for (let after: number | undefined = 0; after !== undefined;) {
          const rows: BulkRow[] = await bulkRows(this.db, actorOf(person), id, { after, limit: readAtOnce });
          for (const row of rows) table.row(cellsOf(row, language));
          await table.drained();
          after = rows.at(-1)?.position;
        }
      }),
    );
  }
}

function cellsOf(row: BulkRow, language: SpokenLanguage): Cell[] {
  const words = bulkWords[language];
  const { sentence } = bulkRowOf(row, language);
  return [
    { is: 'number', number: row.position },
    textCell(row.reference),
    textCell(words.verdicts[row.verdict]),
    textCell(words.states[row.state]),
    textCell(sentence),
    row.revAfter === null ? nothing : { is: 'number', number: row.revAfter },
    row.doneAt === null ? nothing : { is: 'instant', instant: row.doneAt.toISOString() },
    textCell(row.entityId),
  ];
}
