import { writeFileSync } from 'node:fs';
import { entriesOf, findHead, findProjectId } from '@app/persistence';
import { archiveFaultTexts, verifyArchive } from '../engine/verify-archive';
import { faultTexts, verifyLedger } from '../engine/verify-ledger';
import { UsageError, type AddCommand } from './cli-tools';

/** `ledger verify`: computes every hash of the ledger anew; exit code 1 when something does not fit. `ledger export`: one project's ledger as a file. */
export const addLedger: AddCommand = (program, cli) => {
  const ledger = program.command('ledger').description('the record of the past');
  ledger
    .command('verify')
    .description('compute every hash of the ledger and of the archive of workflow histories anew')
    .action(
      cli.answer(async () => {
        const { archive, ...report } = await cli.onDatabase(async (db) => ({
          ...(await verifyLedger(db)),
          archive: await verifyArchive(db),
        }));
        const lines = [
          ...report.problems.map(({ entity, rev, what }) => `${entity.kind}/${entity.id} revision ${rev}: ${faultTexts[what]}`),
          ...archive.problems.map(({ workflowId, runId, what }) => `archived run ${runId} of ${workflowId}: ${archiveFaultTexts[what]}`),
        ];
        const sound = `The ledger is sound: ${report.entries} entries of ${report.entities} entities. The archive is sound: ${archive.runs} runs.`;
        return { value: { ...report, archive }, text: lines.length === 0 ? sound : lines.join('\n'), exitCode: lines.length === 0 ? 0 : 1 };
      }),
    );
  ledger
    .command('export')
    .description('one project’s ledger as a file that proves itself: node verify-ledger.mjs <file>')
    .argument('<project>', 'reference or id')
    .option('--out <file>', 'where to write it; printed when left out')
    .action(
      cli.answer(async (wanted: string, { out }: { out?: string }) => {
        const file = await cli.onDatabase(async (db) => {
          const id = await findProjectId(db, wanted);
          if (id === undefined) throw new UsageError(`There is no project ${wanted}.`);
          const entity = { kind: 'project', id } as const;
          const entries = await entriesOf(db, entity);
          const head = (await findHead(db, entity))?.head ?? '';
          return { project: { id, reference: wanted }, exportedAt: new Date().toISOString(), chain: { head }, ledger: entries };
        });
        const text = JSON.stringify(file, undefined, 2);
        if (out === undefined) return { value: file, text };
        writeFileSync(out, `${text}\n`, { mode: 0o600 });
        return { value: { written: out, entries: file.ledger.length }, text: `${file.ledger.length} entries written to ${out}.` };
      }),
    );
};
