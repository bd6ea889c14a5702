import { randomUUID } from 'node:crypto';
import { askRoot, findProjectId, findHead, findRoot, proofOfEntry } from '@app/persistence';
import { loadRootKey } from '../engine/signed-root/root-key';
import { signRoot } from '../engine/signed-root/sign-root';
import { UsageError, type AddCommand, type Cli, type CliAnswer } from './cli-tools';

/** `root sign`: signs the ledger as it stands now. `root proof`: shows that an entry stands under the last signed root. */
export const addRoot: AddCommand = (program, cli) => {
  const root = program.command('root').description('signed roots over the whole ledger');
  root
    .command('sign')
    .description('sign a root over all projects and calls now; the watchdog mails it to the custodians')
    .option('--key <uuid>', 'the same key is the same root')
    .option('--anew', 'after a restore: sign although the ledger no longer has what the last root says')
    .action(cli.answer(({ key, anew }: { key?: string; anew?: true }) => signNow(cli, key ?? randomUUID(), anew === true)));
  root
    .command('proof')
    .description('a file that shows that an entry stands under the last signed root')
    .argument('<project>', 'reference or id')
    .option('--entry <number>', 'which entry; the last one when left out')
    .action(cli.answer((wanted: string, { entry }: { entry?: string }) => proof(cli, wanted, entry)));
};

function signNow(cli: Cli, id: string, anew: boolean): Promise<CliAnswer> {
  return cli.onDatabase(async (db) => {
    await askRoot(db, { id, door: 'cli', askedBy: null });
    await signRoot({ db, key: loadRootKey(cli.config().watch.rootKeyFile), anew }, id);
    const made = await findRoot(db, id);
    const failed = made?.failure ?? null;
    const text =
      failed === null
        ? `${made?.statement ?? ''}\nsignature: ${made?.signature ?? ''}`
        : `Not signed: ${failed.code} ${JSON.stringify(failed.values)}`;
    return { value: made, text, exitCode: failed === null ? 0 : 1 };
  });
}

function proof(cli: Cli, wanted: string, entry: string | undefined): Promise<CliAnswer> {
  return cli.onDatabase(async (db) => {
    const id = await findProjectId(db, wanted);
    const head = id === undefined ? undefined : await findHead(db, { kind: 'project', id });
    if (id === undefined || head === undefined) throw new UsageError(`There is no project ${wanted}.`);
    const rev = entry === undefined ? head.rev : Number(entry);
    if (!Number.isInteger(rev) || rev < 1 || rev > head.rev) throw new UsageError(`The project has the entries 1 to ${head.rev}.`);
    const found = await proofOfEntry(db, { kind: 'project', id }, rev);
    if (found === undefined) return { value: null, text: 'No signed root covers this entry yet.', exitCode: 1 };
    return { value: found, text: JSON.stringify(found, undefined, 2) };
  });
}
