import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityKey, EntryBody } from '@app/persistence';

/** One recorded corpus: what was played, and the files it left. */
export interface Manifest {
  version: string;
  scenarios: Record<string, string>;
  histories: { file: string; scenario: string; workflowId: string; events: number }[];
  ledgers: { file: string; scenario: string; kind: EntityKey['kind']; entries: number }[];
}

/** A recorded run, ready to be replayed. */
export interface RecordedHistory {
  name: string;
  scenario: string;
  workflowId: string;
  history: unknown;
}

/** A recorded ledger with the state it folded to when it was recorded. */
export interface RecordedLedgerFile {
  kind: EntityKey['kind'];
  entries: EntryBody[];
  state: unknown;
}

/** All corpora, by their manifests. */
export function manifests(): Manifest[] {
  const files = readdirSync(__dirname).filter((file) => /^manifest-.+\.json$/.test(file));
  return files.map((file) => JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as Manifest);
}

/** Every recorded run of every corpus. */
export function recordedHistories(): RecordedHistory[] {
  return manifests().flatMap(({ version, histories }) =>
    histories.map(({ file, scenario, workflowId }) => ({
      ...{ name: `${version}/${file}`, scenario, workflowId },
      history: JSON.parse(readFileSync(join(__dirname, 'histories', version, file), 'utf8')) as unknown,
    })),
  );
}

/** Every recorded ledger, by its name. */
export function recordedLedgers(): (RecordedLedgerFile & { name: string })[] {
  return manifests().flatMap(({ version, ledgers }) =>
    ledgers.map(({ file }) => ({
      name: `${version}/${file}`,
      ...(JSON.parse(readFileSync(join(__dirname, 'ledgers', version, file), 'utf8')) as RecordedLedgerFile),
    })),
  );
}

/** Files of a kind that lie in the corpus but are named by no manifest. */
export function unnamedFiles(kind: 'histories' | 'ledgers'): string[] {
  const named = new Set(manifests().flatMap(({ version, [kind]: files }) => files.map(({ file }) => `${version}/${file}`)));
  const root = join(__dirname, kind);
  const found = readdirSync(root).flatMap((version) => readdirSync(join(root, version)).map((file) => `${version}/${file}`));
  return found.filter((file) => !named.has(file) && existsSync(join(root, file)));
}
