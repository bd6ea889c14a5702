import { randomUUID } from 'node:crypto';
import { changePolicy, comparePolicies, policyContradictions, readPolicy } from '@app/domain';
import {
  beginPolicyDraft,
  discardDraft,
  findPolicyVersion,
  policyVersions,
  proposePolicy,
  saveDraft,
  type DraftOutcome,
  type PolicyVersionRow,
} from '@app/persistence';
import { fieldOf, UsageError, type AddCommand, type Cli, type CliAnswer, type CliDatabase } from './cli-tools';

/** `policy`: versions, their difference, drafts and their proposal. A second person publishes on the page. */
export const addPolicy: AddCommand = (program, cli) => {
  const policy = program.command('policy').description('policy versions: list, compare, draft, propose');
  policy
    .command('list')
    .description('versions and drafts, and how much runs on each')
    .action(cli.answer(() => cli.onDatabase(list)));
  policy
    .command('diff')
    .description('keys in which a version differs from another')
    .argument('<version>')
    .argument('<other>')
    .action(cli.answer((version: string, other: string) => cli.onDatabase((db) => difference(db, version, other))));
  policy
    .command('draft')
    .description('begin a draft as a copy of a version')
    .argument('<base>')
    .requiredOption('--name <text>', 'what the draft is called')
    .option('--key <uuid>', 'the same key is the same draft')
    .action(cli.answer((base: string, wish: { name: string; key?: string }) => cli.onDatabase((db) => begin(db, base, wish))));
  policy
    .command('set')
    .description('write values of a draft, such as check.officer="7wd"; all or none')
    .argument('<version>')
    .argument('<key=json...>')
    .action(cli.answer((version: string, values: string[]) => cli.onDatabase((db) => set(db, version, values))));
  addPublishing(policy, cli);
};

function addPublishing(policy: ReturnType<Parameters<AddCommand>[0]['command']>, cli: Cli): void {
  policy
    .command('propose')
    .description('propose a draft to a second person, who confirms it on the page')
    .argument('<version>')
    .requiredOption('--reason <text>', 'kept with the proposal')
    .option('--key <uuid>', 'the same key is the same proposal')
    .action(cli.answer((version: string, wish: { reason: string; key?: string }) => cli.onDatabase((db) => propose(db, version, wish))));
  policy
    .command('discard')
    .description('discard a draft')
    .argument('<version>')
    .action(cli.answer((version: string) => cli.onDatabase((db) => discard(db, version))));
}

async function list(db: CliDatabase): Promise<CliAnswer> {
  const versions = await policyVersions(db);
  const lineOf = ({ version, name, state, proposed, calls, projects }: PolicyVersionRow): string =>
    `${version} ${proposed ? 'proposed' : state} ${name}: ${calls} calls, ${projects} projects`;
  return { value: versions, text: versions.map(lineOf).join('\n') };
}

async function difference(db: CliDatabase, version: string, other: string): Promise<CliAnswer> {
  const [before, after] = [await found(db, other), await found(db, version)];
  const changes = comparePolicies(readPolicy(before.content), readPolicy(after.content));
  const text = changes.map((one) => `${one.key}: ${JSON.stringify(one.before)} -> ${JSON.stringify(one.after)} (${one.changedBy})`);
  return { value: changes, text: text.length === 0 ? 'No difference.' : text.join('\n') };
}

async function begin(db: CliDatabase, base: string, { name, key }: { name: string; key?: string }): Promise<CliAnswer> {
  const { version: known } = await found(db, base);
  const version = await db.transaction((tx) => beginPolicyDraft(tx, { key: key ?? randomUUID(), base: known, name, note: '', by: null }));
  if (version === undefined) throw new UsageError('The key stands for another draft.');
  return { value: { version }, text: `Draft ${version}.` };
}

async function set(db: CliDatabase, version: string, values: string[]): Promise<CliAnswer> {
  const draft = await found(db, version);
  const changed = changePolicy(readPolicy(draft.content), Object.fromEntries(values.map(fieldOf)));
  if (!changed.ok) throw new UsageError(changed.faults.map(({ key, reason }) => `${key}: ${reason}`).join('; '));
  const { name, note, rev } = draft;
  const outcome = await db.transaction((tx) => saveDraft(tx, draft.version, { name, note, content: changed.policy, seen: rev, by: null }));
  const faults = policyContradictions(changed.policy);
  return {
    ...saved(outcome),
    text: faults.length === 0 ? 'Saved.' : `Saved; contradictions at ${faults.map(({ key }) => key).join(', ')}.`,
  };
}

async function propose(db: CliDatabase, version: string, { reason, key }: { reason: string; key?: string }): Promise<CliAnswer> {
  const draft = await found(db, version);
  const proposal = { actId: key ?? randomUUID(), version: draft.version, seen: draft.rev, reason };
  const outcome = await db.transaction((tx) => proposePolicy(tx, proposal, { personId: null, roles: ['AD'], door: 'cli' }));
  if (outcome.is === 'refused') throw new UsageError(`${outcome.code} ${JSON.stringify(outcome.values ?? {})}`);
  return { value: outcome.act, text: `Proposed (${outcome.act.id}). A second person confirms it on the page Administration, Policy.` };
}

async function discard(db: CliDatabase, version: string): Promise<CliAnswer> {
  const draft = await found(db, version);
  return { ...saved(await db.transaction((tx) => discardDraft(tx, draft.version, draft.rev))), text: 'Discarded.' };
}

function saved(outcome: DraftOutcome): { value: DraftOutcome } {
  if (outcome.is === 'saved') return { value: outcome };
  throw new UsageError(
    outcome.is === 'missing' ? 'This is no draft (any more).' : 'It was changed meanwhile, or waits for a second person.',
  );
}

async function found(db: CliDatabase, version: string): Promise<NonNullable<Awaited<ReturnType<typeof findPolicyVersion>>>> {
  const row = /^\d{1,6}$/.test(version) ? await findPolicyVersion(db, Number(version)) : undefined;
  if (row === undefined) throw new UsageError(`There is no policy version ${version}.`);
  return row;
}
