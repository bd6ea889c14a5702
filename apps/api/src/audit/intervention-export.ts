import { Inject, Injectable } from '@nestjs/common';
import { readEveryIntervention, type TransactionSource } from '@app/persistence';
import { interventionWords, type Config, type SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { ExportRoom } from '../export/export-room';
import { writeTable } from '../export/table-response';
import { CONFIG, DATABASE } from '../tokens';
import { interventionCells, interventionColumnNames } from './intervention-columns';
import { toldInterventions } from './intervention-meaning';
import { interventionFiltersOf, refuseOthers } from './intervention-pages';
import type { interventionExportQuery } from './interventions.schemas';

type Query = z.output<typeof interventionExportQuery>;

/** The list of interventions as a file to take away: what the page shows under the same filters and rights. */
@Injectable()
export class InterventionExport {
  constructor(
    @Inject(DATABASE) private readonly database: TransactionSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly room: ExportRoom,
  ) {}

  /** Writes the table into the response. Throws NOT_ALLOWED, EXPORT_TOO_LARGE or EXPORT_BUSY before the first byte. */
  async write(person: SignedIn, { format, bom, ...filters }: Query, language: SpokenLanguage, response: Response): Promise<void> {
    refuseOthers(person);
    const wish = {
      ...{ format, bom, name: interventionWords[language].file, mostRows: this.config.exportMaxRows },
      columns: interventionColumnNames(language),
    };
    await this.room.run(() =>
      writeTable(response, wish, (table) =>
        readEveryIntervention(this.database, actorOf(person), interventionFiltersOf(filters), {
          begin: table.begin,
          lines: async (lines, tx) => {
            for (const line of await toldInterventions(tx, person, lines, language)) table.row(interventionCells(line, language));
            await table.drained();
          },
        }),
      ),
    );
  }
}
