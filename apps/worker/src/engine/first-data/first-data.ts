import { join } from 'node:path';
import type { Instant } from '@app/domain';
import { createRuleData, type EntityKey, type Sql, type TransactionSource } from '@app/persistence';
import { DiskFileStore, type Config } from '@app/platform';
import { createPlayer } from '../player';
import { callStory, type CallPlot } from '../../story/call-story';
import { call2025, callAnnounced, callBeforeMou, callInReview, callOpen, type DemoDay } from '../../story/demo-plots';
import { beijingDate } from '../../story/story-dates';
import { play } from '../../story/teller';
import { callYear } from './call-year';
import { addDemoOrganizations, addDemoPeople, keepDemoPeople } from './demo-people';
import { importLaosStandards } from './laos-standards';
import { createLedgerTeller } from './ledger-teller';

/** What the first data made; zeros when it was there already. */
export interface FirstDataReport {
  people: number;
  calls: number;
  projects: number;
  acts: number;
  entities: EntityKey[];
}

/** Mails of the played past are not sent any more: only those of the last hours would still reach anybody at a sensible time. */
const stillSentHours = 24;

/** File in which the passwords of the demo people are kept. */
export function demoPeopleFile(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'demo-people.json');
}

/**
 * Fills an empty installation with the demo: people, organizations, five calls and their projects in different stages, told through the rules at instants
 * chosen so that their situations are true today. An installation that holds anybody is left alone.
 */
export async function loadFirstData(db: TransactionSource, config: Config, now: Instant): Promise<FirstDataReport> {
  const [{ count } = { count: 0 }] = await db.query<{ count: number }[]>('SELECT count(*)::int AS count FROM person');
  if (count > 0) return { people: 0, calls: 0, projects: 0, acts: 0, entities: [] };
  const people = await db.transaction(async (tx) => {
    await addDemoOrganizations(tx);
    return addDemoPeople(tx);
  });
  await keepDemoPeople(demoPeopleFile(config), people);
  const today = beijingDate(now);
  const told = await tellCalls(db, config, plotsOf({ today, year: await callYear(db, today) }), now);
  await cancelPastMail(db, now);
  return { people: people.length, ...told };
}

function plotsOf(day: DemoDay): CallPlot[] {
  return [call2025(), callBeforeMou(day), callAnnounced(day), callInReview(day), callOpen(day)];
}

async function tellCalls(db: TransactionSource, config: Config, plots: CallPlot[], now: Instant): Promise<Omit<FirstDataReport, 'people'>> {
  const tools = { ruleData: createRuleData(), production: false, rollAt: config.temporal.rollAt, onFailure: () => undefined };
  const teller = createLedgerTeller({ db, player: createPlayer(db, tools, 'first-data'), files: new DiskFileStore(config.files.dir) });
  const stories = plots.map(callStory);
  const acts = await play(
    stories.flatMap((story) => story.acts),
    teller,
    now,
  );
  await teller.runClocks(now);
  await importLaosStandards(db, teller, now);
  const entities = teller.entities();
  return {
    calls: entities.filter((one) => one.kind === 'call').length,
    projects: entities.filter((one) => one.kind === 'project').length,
    acts,
    entities,
  };
}

async function cancelPastMail(db: Sql, now: Instant): Promise<void> {
  await db.query(
    `UPDATE outbox SET state = 'cancelled', result = '{"cause": "first-data"}', done_at = clock_timestamp()
      WHERE kind = 'mail' AND state IN ('created', 'held') AND send_after_virtual < $2::timestamptz - make_interval(hours => $1)`,
    [stillSentHours, now],
  );
}
