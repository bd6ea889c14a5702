import type { BulkRow, BulkRun } from '@app/persistence';
import { exportWords, interventionWords, problemSentence, type SentenceValues, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { bulkCommand } from './bulk-commands';
import type { bulkRowPage, bulkRunAnswer } from './bulk.schemas';

/** A run as the API tells it. */
export function bulkRunOf(run: BulkRun, language: SpokenLanguage): z.output<typeof bulkRunAnswer> {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  const { commandType: command, haltCode, haltValues, asked: _asked, door: _door, secondId: _second, ...rest } = run;
  return {
    ...rest,
    command,
    label: interventionWords[language].kinds[command] ?? command,
    canBeTakenBack: bulkCommand(command)?.inverse !== undefined,
    createdAt: run.createdAt.toISOString(),
    decidedAt: iso(run.decidedAt),
    startedAt: iso(run.startedAt),
    stopAskedAt: iso(run.stopAskedAt),
    endedAt: iso(run.endedAt),
    halt: haltCode === null ? null : { code: haltCode, sentence: sentenceOf(haltCode, haltValues, language) },
  };
}

/** A row as the API tells it. */
export function bulkRowOf(row: BulkRow, language: SpokenLanguage): z.output<typeof bulkRowPage>['items'][number] {
  const { position, entityId: projectId, reference, verdict, state, payload, revAfter, doneAt } = row;
  const code = row.outcomeCode ?? row.code;
  const values = row.outcomeCode === null ? row.values : row.outcomeValues;
  return {
    ...{ position, projectId, reference, verdict, state, payload, code, values, rev: revAfter },
    sentence: code === null ? null : sentenceOf(code, values, language),
    doneAt: doneAt?.toISOString() ?? null,
  };
}

function sentenceOf(code: string, values: Record<string, unknown> | null, language: SpokenLanguage): string {
  return problemSentence(code, language, inWords(values ?? {}, language) as SentenceValues).says;
}

/** Codes of where a project stands, in words: a row is read in a table, where nobody looks codes up. */
function inWords(values: Record<string, unknown>, language: SpokenLanguage): Record<string, unknown> {
  const { stages, subStates, outcomes, ladders } = exportWords[language];
  const catalogues: Record<string, Record<string, string>> = { stage: stages, subState: subStates, outcome: outcomes, rule: ladders };
  const wordOf = (name: string, value: unknown): unknown => (typeof value === 'string' ? (catalogues[name]?.[value] ?? value) : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordOf(name, value)]));
}
