import { randomUUID } from 'node:crypto';
import type { Country, NotificationIntent, ProjectState, RecipientRole } from '@app/domain';
import { defaultPolicy } from '../../libs/domain/src/policy/policy';
import { zoneOf } from '../../libs/domain/src/calendar/zone';
import { addOrganization, addPerson, createDataSource, createRuleData, grantRole, publishPolicy } from '@app/persistence';
import { insertMails } from '@app/persistence/ledger-writer';
import type { DeliverDueResult } from '@app/workflows';
import { deskLimits } from '../../apps/worker/src/notification/compose-mail-desk';
import { deliverDue } from '../../apps/worker/src/notification/deliver-due';
import type { DeskSettings } from '../../apps/worker/src/notification/desk-tools';
import {
  createMailTransport,
  defaultTransportLimits,
  type MailTransport,
  type TransportSettings,
} from '../../apps/worker/src/notification/mail-transport';
import { freshDatabase, type FreshDatabase } from './fresh-database';
import { aContact, aNotifyingProject, anIntent } from './notification-builders';
import { startScriptedSmtp, type ScriptedSmtp } from './smtp-server';

/** A row of the outbox as tests look at it. */
export interface SeenRow {
  state: string;
  attempts: number;
  result: Record<string, unknown> | null;
  personId: string;
  key: string;
  nextTryAt: Date | null;
  sendAfter: Date | null;
  messageId: string | null;
}

/** The programme's time in the kit: Tuesday, 3 March 2026, 12:00 in Beijing; everybody works. */
export const kitNow = '2026-03-03T04:00:00.000Z';

/** A database with one project and its people, a scripted mail server, and the desk between them. */
export interface MailKit {
  database: FreshDatabase;
  db: ReturnType<typeof createDataSource>;
  smtp: ScriptedSmtp;
  projectId: string;
  /** Person ids by the names of the notification builders: `lead-ac`, `host-pc`, `co`, … */
  people: Record<string, string>;
  /** Puts a mail into the outbox that is due now; answers its row id. */
  put(
    personName: string,
    intent: Partial<NotificationIntent>,
    more?: { role?: RecipientRole; copy?: boolean; project?: string },
  ): Promise<string>;
  deliver(settings?: Partial<DeskSettings>, transport?: Partial<TransportSettings>): Promise<DeliverDueResult>;
  row(id: string): Promise<SeenRow>;
  /** Changes the project's state as a commit would. */
  setState(change: Partial<ProjectState>): Promise<void>;
  /** Lets every waiting row be tried now. */
  hurry(): Promise<void>;
  /** Lets every lease run out now. */
  expireLeases(): Promise<void>;
  settings: DeskSettings;
  warnings: string[];
  close(): Promise<void>;
}

const databaseSettings = { poolSize: 20, statementTimeoutMs: 10_000, lockTimeoutMs: 10_000, idleInTransactionTimeoutMs: 8_000 };
const people: Record<string, Country> = {
  'lead-lr': 'CN',
  'lead-pl': 'CN',
  'lead-ac': 'CN',
  'lead-head': 'CN',
  'host-ps': 'LA',
  'host-pc': 'LA',
  'host-2': 'LA',
  co: 'CN',
  sh: 'CN',
};

/** Opens a kit of its own for a test file. */
export async function openMailKit(): Promise<MailKit> {
  const database = await freshDatabase();
  const db = createDataSource({ ...databaseSettings, url: database.appUrl }, 'mail-test');
  await db.initialize();
  await publishPolicy(db, 1, 'version 1', defaultPolicy);
  const smtp = await startScriptedSmtp();
  const ids = await seed(db);
  const projectId = randomUUID();
  await writeProject(db, projectState(projectId, ids));
  const settings: DeskSettings = {
    ...deskLimits,
    from: 'Secretariat <secretariat@gongfang.example.org>',
    domain: 'gongfang.example.org',
    publicUrl: 'https://gongfang.example.org',
    rollAt: 600,
  };
  const warnings: string[] = [];
  const transports: MailTransport[] = [];
  const kit: MailKit = {
    database,
    db,
    smtp,
    projectId,
    people: ids,
    settings,
    warnings,
    put: async (personName, intent, more = {}) => putMail(kit, personName, intent, more),
    deliver: async (change = {}, limits = {}) => {
      const transport = createMailTransport({ url: smtp.url, rehearsal: false, ...defaultTransportLimits, ...limits });
      transports.push(transport);
      const tools = {
        db,
        ruleData: createRuleData(),
        transport,
        settings: { ...settings, ...change },
        heartbeat: () => undefined,
        warn: (what: string) => void warnings.push(what),
      };
      return deliverDue(tools, { shard: '0' });
    },
    row: async (id) => rowOf(db, id),
    setState: async (change) => {
      await db.query('UPDATE entity_head SET state = state || $2::jsonb WHERE id = $1', [projectId, JSON.stringify(change)]);
    },
    hurry: async () => void (await db.query('UPDATE outbox SET next_try_at = NULL WHERE next_try_at IS NOT NULL')),
    expireLeases: async () =>
      void (await db.query(`UPDATE outbox SET claim_until = clock_timestamp() - interval '1 second' WHERE claim_until IS NOT NULL`)),
    close: async () => {
      for (const transport of transports) transport.close();
      await smtp.close();
      await db.destroy();
      await database.drop();
    },
  };
  return kit;
}

async function seed(db: MailKit['db']): Promise<Record<string, string>> {
  const ids: Record<string, string> = { lead: randomUUID(), host: randomUUID() };
  const college = { kind: 'vocational-college', nameZh: '学院', nameEn: 'College' };
  await addOrganization(db, { ...college, id: ids['lead'] ?? '', country: 'CN' });
  await addOrganization(db, { ...college, id: ids['host'] ?? '', country: 'LA', nameEn: 'Host college' });
  for (const [name, country] of Object.entries(people)) {
    const id = randomUUID();
    ids[name] = id;
    const language = country === 'CN' ? 'zh-CN' : 'en';
    const person = {
      id,
      fullName: name,
      latinName: name,
      addressAs: name,
      emails: [`${name}@example.org`],
      mailLanguage: language,
      country,
      zone: zoneOf(country),
    };
    await addPerson(db, { ...person, inYunnan: false });
  }
  await grantRole(db, ids['co'] ?? '', 'CO');
  await grantRole(db, ids['sh'] ?? '', 'SH');
  return ids;
}

/** The builders' project under real ids. */
function projectState(id: string, ids: Record<string, string>): ProjectState {
  const named = aNotifyingProject();
  const idOf = (name: string): string => ids[name] ?? name;
  return {
    ...named,
    id,
    parties: named.parties.map((party) => ({ ...party, organizationId: idOf(party.organizationId) })),
    contacts: named.contacts.map((contact) =>
      aContact(idOf(contact.personId), idOf(contact.organizationId), {
        ...contact,
        personId: idOf(contact.personId),
        organizationId: idOf(contact.organizationId),
      }),
    ),
    officerId: idOf('co'),
    startedBy: idOf('lead-ac'),
  };
}

async function writeProject(db: MailKit['db'], state: ProjectState): Promise<void> {
  // A clock that runs as fast as ours but stands on a working day at noon, so that tests pass at night and on Sundays.
  const clock = { kind: 'rated', anchorReal: new Date().toISOString(), anchorVirtual: kitNow, rate: 1 };
  await db.query(
    `INSERT INTO entity_head (kind, id, rev, head, rules_build, state_schema, state, policy_version, clock) VALUES ('project', $1, 1, 'h', 1, $4, $2, 1, $3)`,
    [state.id, JSON.stringify({ ...state, clock }), JSON.stringify(clock), state.schema],
  );
}

let rows = 0;

async function putMail(
  kit: MailKit,
  personName: string,
  intent: Partial<NotificationIntent>,
  more: { role?: RecipientRole; copy?: boolean; project?: string },
): Promise<string> {
  const id = randomUUID();
  const personId = kit.people[personName] ?? personName;
  rows += 1;
  const full = anIntent({ object: String(rows), ...intent });
  const entity = { kind: 'project' as const, id: more.project ?? kit.projectId };
  await insertMails(kit.db, [
    {
      id,
      businessKey: `project/${entity.id}/${full.rule}/${full.object}/${full.step}/${full.series}/${personId}`,
      entity,
      rev: 1,
      seq: rows,
      roomId: null,
      intent: full,
      recipient: { personId, role: more.role ?? 'AC', copy: more.copy ?? false, country: 'CN', zone: 'Asia/Shanghai', language: 'zh-CN' },
      shard: '0',
      sendAfterVirtual: kitNow,
      sendAfter: new Date(Date.now() - 60_000).toISOString(),
    },
  ]);
  return id;
}

async function rowOf(db: MailKit['db'], id: string): Promise<SeenRow> {
  const found = await db.query<SeenRow[]>(
    `SELECT o.state, o.attempts, o.result, o.person_id AS "personId", o.business_key AS key, o.next_try_at AS "nextTryAt", o.send_after AS "sendAfter",
        d.message_id AS "messageId" FROM outbox o LEFT JOIN delivery d ON d.id = o.delivery_id WHERE o.id = $1`,
    [id],
  );
  if (found[0] === undefined) throw new Error(`no row ${id}`);
  return found[0];
}
