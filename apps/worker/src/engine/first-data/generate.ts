import {
  addOrganization,
  addPerson,
  createRuleData,
  publishPolicy,
  type EntityKey,
  type Sql,
  type TransactionSource,
} from '@app/persistence';
import { copyProgramme } from '@app/persistence/ledger-writer';
import { DiskFileStore, type Config } from '@app/platform';
import { defaultPolicy, type Instant, type Policy } from '@app/domain';
import { callStory } from '../../story/call-story';
import { addressOf, player, zoneOfPlayer } from '../../story/cast';
import { collegePeopleKeys, generatedCalls, generatedColleges } from '../../story/generated-plots';
import { beijingDate } from '../../story/story-dates';
import { idOf } from '../../story/story-ids';
import { play } from '../../story/teller';
import { createPlayer } from '../player';
import { rebuildDerived } from '../rebuild-summaries';
import { callYear } from './call-year';
import { createLedgerTeller } from './ledger-teller';

/** What was made. */
export interface GenerateReport {
  told: number;
  projects: number;
  programmes: number;
}

/** Code of the told programme; copies are `LMGX1`, `LMGX2`, … . */
const programme = 'LMGX';

const policyVersion = 3;
/** The default policy, but for its limits: one panel judges everything, and everything finds a place. */
const policy: Policy = {
  ...defaultPolicy,
  review: { ...defaultPolicy.review, filesPerExpert: 200 },
  approval: { ...defaultPolicy.approval, places: 200, capPerHostCountry: 200, reserveSize: 100 },
};
const rounds = 5;
/** Projects of one call that are told one by one; more of them are copies. */
const mostPerCall = 50;

/**
 * Fills an installation that holds the demo with many more projects, for load and for looking at pages that are full: the rounds of the demo told through the
 * rules with more projects each, then copied as further programmes with other parties. Mails of the told past are not sent; what lies ahead is planned as
 * for any project, and the workflows are started by the sweep. Zeros when it was done before. Throws while a worker runs, whose clock would overtake the
 * story, and where there is no demo.
 * @param wanted projects, about
 * @param toldPerCall how many of a call are told one by one, at most; fewer are faster and less different from each other
 */
export async function generateProjects(
  db: TransactionSource,
  config: Config,
  now: Instant,
  wanted: number,
  toldPerCall = mostPerCall,
): Promise<GenerateReport> {
  if (await wasDone(db)) return { told: 0, projects: 0, programmes: 0 };
  const perCall = Math.min(toldPerCall, Math.ceil(wanted / rounds));
  const copies = Math.ceil(wanted / (rounds * perCall)) - 1;
  await addColleges(db);
  await publishPolicy(db, policyVersion, 'Generated projects', policy);
  const tools = { ruleData: createRuleData(), production: false, rollAt: config.temporal.rollAt, onFailure: () => undefined };
  const teller = createLedgerTeller({ db, player: createPlayer(db, tools), files: new DiskFileStore(config.files.dir) });
  const today = beijingDate(now);
  const stories = generatedCalls({ today, year: await callYear(db, today) }, { perCall, policyVersion }).map(callStory);
  await play(
    stories.flatMap(({ acts }) => acts),
    teller,
    now,
  );
  await teller.runClocks(now);
  await cancelMails(db, teller.entities());
  for (let copy = 1; copy <= copies; copy += 1) await copyProgramme(db, { from: programme, to: `${programme}${copy}` });
  if (copies > 0) await rebuildDerived(db, tools);
  const told = teller.entities().filter((one) => one.kind === 'project').length;
  return { told, projects: told * (copies + 1), programmes: copies + 1 };
}

async function wasDone(db: Sql): Promise<boolean> {
  const [row] = await db.query<{ demo: boolean; done: boolean; worker: boolean }[]>(
    `SELECT EXISTS (SELECT FROM call_summary WHERE programme = 'LMGF') AS demo, EXISTS (SELECT FROM call_summary WHERE programme = $1) AS done,
            EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'gongfang-worker') AS worker`,
    [programme],
  );
  if (row?.demo !== true) throw new Error('There is no demo here to add to: npm start makes it.');
  if (!row.done && row.worker) throw new Error('A worker runs, and its clock would overtake the story: stop it first.');
  return row.done;
}

async function addColleges(db: TransactionSource): Promise<void> {
  await db.transaction(async (tx) => {
    for (const { key, mailDomain: _, ...one } of generatedColleges()) await addOrganization(tx, { ...one, id: idOf(key) });
    for (const key of collegePeopleKeys()) {
      const one = player(key);
      await addPerson(tx, {
        id: idOf(key),
        fullName: one.fullName,
        latinName: one.latinName,
        addressAs: one.addressAs,
        positionZh: one.positionZh,
        positionEn: one.positionEn,
        organizationId: idOf(one.organization),
        emails: [addressOf(one)],
        mailLanguage: one.language,
        country: one.country,
        zone: zoneOfPlayer(one),
        roles: [],
      });
    }
  });
}

async function cancelMails(db: Sql, entities: EntityKey[]): Promise<void> {
  await db.query(
    `UPDATE outbox SET state = 'cancelled', result = '{"cause": "first-data"}', done_at = clock_timestamp()
      WHERE kind = 'mail' AND state = 'created' AND entity_id = ANY($1::uuid[])`,
    [entities.map(({ id }) => id)],
  );
}
