import { dryRunOddProjects, peopleByIds, type DryRun, type DryRunResult, type Sql } from '@app/persistence';
import { problemSentence, type SentenceValues, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import type { dryRunAnswer } from './dry-runs.schemas';

type Answer = z.output<typeof dryRunAnswer>;

const shownOdd = 50;

/** How a person is called in a language. */
export function calledIn(language: SpokenLanguage, { fullName, latinName }: { fullName: string; latinName: string }): string {
  return language === 'zh-CN' || fullName === latinName ? fullName : latinName;
}

async function namesOf(db: Sql, { people, storms }: DryRunResult, language: SpokenLanguage): Promise<(id: string) => string> {
  const ids = [...new Set([...people, ...storms].map((one) => one.personId))];
  const found = new Map((await peopleByIds(db, ids)).map((one) => [one.personId, calledIn(language, one)]));
  return (id) => found.get(id) ?? id;
}

async function resultOf(db: Sql, result: DryRunResult, language: SpokenLanguage): Promise<Answer['result']> {
  const name = await namesOf(db, result, language);
  const named = <T extends { personId: string }>(one: T): T & { name: string } => ({ ...one, name: name(one.personId) });
  return {
    ...result,
    refusals: result.refusals.map((one) => ({ ...one, sentence: problemSentence(one.code, language).says })),
    people: result.people.map(named),
    storms: result.storms.map(named),
  };
}

async function oddOf(db: Sql, id: string, language: SpokenLanguage): Promise<Answer['odd']> {
  const found = await dryRunOddProjects(db, id, shownOdd);
  return found.map(({ projectId, reference, code, values, kept }) => ({
    projectId,
    reference,
    sentence: code === null ? null : problemSentence(code, language, (values ?? {}) as SentenceValues).says,
    kept,
  }));
}

/** A dry run in the reader's words. `brief`: for a list, without what it found project by project. */
export async function dryRunOf(
  db: Sql,
  run: DryRun,
  { language, brief, against }: { language: SpokenLanguage; brief: boolean; against: string | undefined },
): Promise<Answer> {
  const { id, policyVersion, calendarDraft, days, mostPerDay, askedByName, state, total, looked, predictionHash, bulkRunId } = run;
  const result = run.result === null || brief ? null : await resultOf(db, run.result, language);
  return {
    ...{ id, policyVersion, calendarDraft, days, mostPerDay, askedByName, state, total, looked, predictionHash, bulkRunId, result },
    askedAt: run.askedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
    odd: brief ? [] : await oddOf(db, id, language),
    apply: {
      possible: !brief && against === undefined,
      why: against ?? null,
      sentence: against === undefined ? null : problemSentence(against, language).says,
    },
  };
}
