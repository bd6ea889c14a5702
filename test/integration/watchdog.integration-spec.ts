import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client as PgClient } from 'pg';
import type { PersonId } from '@app/domain';
import {
  actOnMail,
  askProof,
  calendarYears,
  createDataSource,
  createRuleData,
  findProof,
  openWatchFindings,
  remembered,
  sendAgain,
  twoReaders,
  watchStanding,
  writeCalendarYear,
  type EntityKey,
  type KeptWatchFinding,
  type WatchKind,
} from '@app/persistence';
import { connectClient, loadConfig, type Config } from '@app/platform';
import { messageIdOf } from '@app/mail';
import { workflowIdOf, workflowTypes } from '@app/workflows';
import { syncEntity } from '../../apps/worker/src/dispatch/send-entity-command';
import { missingCalendars } from '../../apps/worker/src/engine/missing-calendars';
import { carryOutProof } from '../../apps/worker/src/engine/watchdog/carry-out-proof';
import { clockWitness } from '../../apps/worker/src/engine/watchdog/clock-witness';
import { watchLimits, type WatchTools } from '../../apps/worker/src/engine/watchdog/comparison';
import { mailRecordOf } from '../../apps/worker/src/engine/watchdog/mail-record-comparison';
import { sendPlainMail } from '../../apps/worker/src/engine/watchdog/send-plain-mail';
import { lookAtProof, type AlarmTools } from '../../apps/worker/src/engine/watchdog/stopped-proof';
import { createMailTransport, defaultTransportLimits, type MailTransport } from '../../apps/worker/src/notification/mail-transport';
import { callerWith, signedIn, type Caller } from '../support/api-kit';
import {
  freePort,
  freshWorkspace,
  fromSetUp,
  runCli,
  spawnProgram,
  startApi,
  startWorker,
  waitFor,
  type ApiProcess,
  type AppProcess,
  type Workspace,
} from '../support/stack';

type Db = ReturnType<typeof createDataSource>;

let workspace: Workspace;
let db: Db;
let owner: PgClient;
let worker: AppProcess;
let api: ApiProcess;
let head: Caller;
let officer: Caller;
let tools: WatchTools;
/** An open project with a plan, a workflow and mails. */
let project: EntityKey;

beforeAll(async () => {
  // The catcher takes mails of many tests: a domain of our own tells ours apart.
  const domain = `${randomUUID()}.example.org`;
  const recordUrl = `${fromSetUp('GONGFANG_TEST_INBOX_URL')}/api/record`;
  workspace = await freshWorkspace({ MAIL_DOMAIN: domain, MAIL_RECORD_URL: recordUrl });
  const made = await runCli(['first-data'], workspace.env);
  expect(made.code).toBe(0);
  const config = loadConfig(workspace.env);
  db = await createDataSource({ ...config.database, poolSize: 8 }, 'watchdog-test').initialize();
  const client = connectClient(config);
  owner = new PgClient(workspace.database.ownerUrl);
  await owner.connect();
  [worker, api] = await Promise.all([startWorker(workspace.env), startApi(workspace.env)]);
  const people = JSON.parse(readFileSync(join(workspace.dataDir, 'demo-people.json'), 'utf8')) as {
    role: string;
    email: string;
    password: string;
  }[];
  const as = (role: RegExp): Promise<Caller> => {
    const person = people.find((one) => role.test(one.role));
    return signedIn(api.url, { signIn: person?.email ?? '', password: person?.password ?? '' });
  };
  [head, officer] = await Promise.all([as(/\bSH\b/), as(/\bCO\b/)]);
  const commit = { ruleData: createRuleData(), production: true, rollAt: 600, onFailure: () => undefined };
  tools = { db, client, namespace: workspace.namespace, commit, limits: { ...watchLimits, settleMs: 1_000, youngMs: 0, recordMs: 1_000 } };
  tools = { ...tools, mailRecord: mailRecordOf(config) };
  await enterCalendars();
  const [row] = await db.query<{ id: string }[]>(
    `SELECT h.id FROM entity_head h WHERE h.kind = 'project' AND NOT h.closed AND h.next_wake_at > now() + interval '1 day' AND h.rev > 3
        AND EXISTS (SELECT FROM project_summary s WHERE s.id = h.id AND s.stage <> 'application') ORDER BY h.id LIMIT 1`,
  );
  project = { kind: 'project', id: row?.id ?? '' };
  await waitFor(async () => (await proved()).result === 'quiet', { withinMs: 200_000, everyMs: 1_000, what: 'the first quiet proof' });
}, 400_000);
afterAll(async () => {
  await tools?.client.connection.close();
  await owner?.end();
  await api?.stop();
  await worker?.stop();
  await db?.destroy();
  await workspace?.dispose();
}, 60_000);

/** The demo has no tables of years to come. */
async function enterCalendars(): Promise<void> {
  const [like] = await calendarYears(db);
  if (like === undefined) throw new Error('no calendar was seeded');
  for (const { country, year } of await missingCalendars(db, new Date())) {
    await db.transaction((tx) => writeCalendarYear(tx, { ...like, country: country as typeof like.country, year, days: [] }, 'for a test'));
  }
}

interface Proved {
  result: string | null | undefined;
  found: KeptWatchFinding[];
}

/** Proves once, here, as the watchdog's process does. */
async function proved(more: Partial<WatchTools> = {}): Promise<Proved> {
  const id = randomUUID();
  await askProof(db, { id, door: 'clock', askedBy: null });
  await carryOutProof({ ...tools, ...more }, id);
  return { result: (await findProof(db, id))?.result, found: (await openWatchFindings(db, 200)).items };
}

/** Plants a fault, proves until it is found, mends it, and proves until it is gone by itself. */
async function plantedAndMended(
  kind: WatchKind,
  { plant, mend, more = {} }: { plant: () => Promise<unknown>; mend: () => Promise<unknown>; more?: Partial<WatchTools> },
): Promise<KeptWatchFinding> {
  let finding: KeptWatchFinding | undefined;
  try {
    await plant();
    finding = await waitFor(async () => (await proved(more)).found.find((one) => one.kind === kind), {
      ...{ withinMs: 30_000, everyMs: 500, what: `the finding ${kind}` },
    });
  } finally {
    await mend();
  }
  await waitFor(async () => (await proved()).result === 'quiet', { withinMs: 30_000, everyMs: 500, what: `${kind} being gone` });
  const [gone] = await db.query<{ at: Date | null }[]>('SELECT gone_at AS at FROM watch_finding WHERE id = $1', [finding.id]);
  expect(gone?.at).toBeInstanceOf(Date);
  return finding;
}

const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

/** Any mail of the demo; whether one leaves while the test runs depends on the working hours of its reader. */
async function anyMail(): Promise<string> {
  const [row] = await db.query<{ id: string }[]>(`SELECT id FROM outbox WHERE kind = 'mail' AND room_id IS NULL ORDER BY id LIMIT 1`);
  if (row === undefined) throw new Error('the demo has no mail');
  return row.id;
}

/** A mail that has left, as the desk writes it down. */
async function sentMail(domain = 'elsewhere.example'): Promise<string> {
  const [id, delivery] = [randomUUID(), randomUUID()];
  await owner.query(
    `WITH left_now AS (
       INSERT INTO delivery (id, business_key, person_id, language, class, message_id, address, state, result, sent_at)
       SELECT $2::uuid, 'left/' || $1::text, person_id, 'en', class, '<' || $1::text || '@' || $4::text || '>', 'somebody@example.org', 'sent',
         '{"word": "delivered", "response": "250 OK"}', clock_timestamp() FROM outbox WHERE id = $3 RETURNING id)
     INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, notification, class, intent, send_after_virtual,
       send_after, state, delivery_id, result, done_at)
     SELECT $1::uuid, kind, 'left/' || $1::text, entity_kind, entity_id, rev, seq, person_id, role, notification, class, intent, send_after_virtual,
       clock_timestamp(), 'sent', left_now.id, '{"word": "delivered", "response": "250 OK"}', clock_timestamp() FROM outbox, left_now WHERE outbox.id = $3`,
    [id, delivery, await anyMail(), domain],
  );
  return id;
}

/** A mail in a corner of the outbox that no desk of this instance looks into. */
async function plantRow(row: { state: string; sendAfter: Date; claimUntil: Date | null }): Promise<{
  id: string;
  plant: () => Promise<unknown>;
  mend: () => Promise<unknown>;
}> {
  const id = randomUUID();
  const like = await anyMail();
  return {
    id,
    plant: sql(
      `INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, notification, class, intent, shard, send_after_virtual,
         send_after, state, claim_token, claim_until)
       SELECT $1::uuid, kind, 'planted/' || $1::text, entity_kind, entity_id, rev, seq, person_id, role, notification, class, intent, 'nobody', $3::timestamptz,
         $3::timestamptz, $4, gen_random_uuid(), $5::timestamptz FROM outbox WHERE id = $2`,
      [id, like, row.sendAfter, row.state, row.claimUntil],
    ),
    mend: sql('DELETE FROM outbox WHERE id = $1', [id]),
  };
}

const sql =
  (statement: string, values: unknown[] = []): (() => Promise<unknown>) =>
  () =>
    owner.query(statement, values);
const ofProject =
  (statement: string): (() => Promise<unknown>) =>
  () =>
    owner.query(statement, [project.id]);

describe('a planted fault is found and told, and closes by itself once it is mended', () => {
  it('a planned occurrence without event', async () => {
    const [planned] = await db.query<{ key: string; at: Date }[]>(
      'SELECT key, at FROM planned_occurrence WHERE entity_id = $1 ORDER BY at DESC LIMIT 1',
      [project.id],
    );
    const move = (at: string | Date) =>
      sql('UPDATE planned_occurrence SET at = $3 WHERE entity_id = $1 AND key = $2', [project.id, planned?.key, at]);
    const finding = await plantedAndMended('OCCURRENCE_MISSED', {
      plant: move(new Date(Date.now() - 16 * 60_000)),
      mend: move(planned?.at ?? ''),
    });
    expect(finding).toMatchObject({ entity: project, values: { occurrence: planned?.key } });
  });

  it('an open project without workflow', async () => {
    const finding = await plantedAndMended('SHELL_MISSING', {
      plant: () => tools.client.workflow.getHandle(workflowIdOf(project)).terminate('shown by a test'),
      mend: () => syncEntity(tools.client, project, randomUUID()),
    });
    expect(finding).toMatchObject({ entity: project, values: { status: 'TERMINATED' } });
  });

  it('a changed ledger byte', async () => {
    const { rows } = await owner.query<{ body: string }>('SELECT body FROM ledger_entry WHERE id = $1 AND rev = 3', [project.id]);
    const finding = await plantedAndMended('LEDGER_BROKEN', {
      plant: ofProject(`UPDATE ledger_entry SET body = replace(body, '"rev":3', '"rev": 3') WHERE id = $1 AND rev = 3`),
      mend: sql('UPDATE ledger_entry SET body = $2 WHERE id = $1 AND rev = 3', [project.id, rows[0]?.body]),
    });
    expect(finding).toMatchObject({ entity: project, values: { rev: 3, what: 'changed' } });
  });

  it('an outbox row never claimed', async () => {
    const row = await plantRow({ state: 'created', sendAfter: minutesAgo(16), claimUntil: null });
    expect(await plantedAndMended('OUTBOX_UNCLAIMED', { plant: row.plant, mend: row.mend })).toMatchObject({ about: row.id });
  });

  it('a claim past its lease', async () => {
    const row = await plantRow({ state: 'claimed', sendAfter: minutesAgo(8), claimUntil: minutesAgo(6) });
    expect(await plantedAndMended('CLAIM_EXPIRED', { plant: row.plant, mend: row.mend })).toMatchObject({ about: row.id });
  });

  it('a mail sent without record', async () => {
    const id = await sentMail();
    const finding = await plantedAndMended('MAIL_UNRECORDED', {
      plant: sql(`UPDATE outbox SET state = 'cancelled' WHERE id = $1`, [id]),
      mend: sql(`UPDATE outbox SET state = 'sent' WHERE id = $1`, [id]),
    });
    expect(finding).toMatchObject({ about: id, values: { state: 'cancelled' } });
  });

  it('a record without mail', async () => {
    const id = await sentMail();
    const delivery = '(SELECT delivery_id FROM outbox WHERE id = $1)';
    const finding = await plantedAndMended('RECORD_WITHOUT_MAIL', {
      plant: sql(`UPDATE delivery SET state = 'frozen' WHERE id = ${delivery}`, [id]),
      mend: sql(`UPDATE delivery SET state = 'sent' WHERE id = ${delivery}`, [id]),
    });
    expect(finding.about).toBe(id);
  });

  it('a workflow without project', async () => {
    const nobody: EntityKey = { kind: 'project', id: randomUUID() };
    const { workflow } = tools.client;
    const finding = await plantedAndMended('WORKFLOW_ORPHANED', {
      plant: () =>
        workflow.start(workflowTypes.project, {
          workflowId: workflowIdOf(nobody),
          taskQueue: 'nobody-works-here',
          args: [{ id: nobody.id }],
        }),
      mend: () => workflow.getHandle(workflowIdOf(nobody)).terminate('shown by a test'),
    });
    expect(finding.entity).toEqual(nobody);
  });

  it('a view behind the ledger', async () => {
    const finding = await plantedAndMended('VIEW_BEHIND', {
      plant: ofProject('UPDATE entity_head SET rev = rev - 1 WHERE id = $1'),
      mend: ofProject('UPDATE entity_head SET rev = rev + 1 WHERE id = $1'),
    });
    expect(finding.entity).toEqual(project);
    expect(Number(finding.values['ledgerRev']) - Number(finding.values['viewRev'])).toBe(1);
  });

  it('a ledger behind the view', async () => {
    const last = 'id = $1 AND rev = (SELECT max(rev) FROM ledger_entry WHERE id = $1)';
    await owner.query(`CREATE TABLE kept_entry AS SELECT * FROM ledger_entry WHERE ${last}`, [project.id]);
    const finding = await plantedAndMended('LEDGER_BEHIND', {
      plant: ofProject(`DELETE FROM ledger_entry WHERE ${last}`),
      mend: sql('INSERT INTO ledger_entry SELECT * FROM kept_entry'),
    });
    expect(finding.entity).toEqual(project);
    expect(Number(finding.values['viewRev']) - Number(finding.values['ledgerRev'])).toBe(1);
  });

  it('a wake-up missed by 15 minutes, but not by 14', async () => {
    const [{ at } = { at: null }] = await db.query<{ at: Date | null }[]>('SELECT next_wake_at AS at FROM entity_head WHERE id = $1', [
      project.id,
    ]);
    const wakeAt = (when: Date | null) => sql('UPDATE entity_head SET next_wake_at = $2 WHERE id = $1', [project.id, when]);
    await wakeAt(minutesAgo(14))();
    expect((await proved()).found.filter(({ kind }) => kind === 'WAKE_MISSED')).toEqual([]);
    expect(await plantedAndMended('WAKE_MISSED', { plant: wakeAt(minutesAgo(15.1)), mend: wakeAt(at) })).toMatchObject({ entity: project });
  });

  it('a summary that differs from its fold', async () => {
    const [{ country } = { country: '' }] = await db.query<{ country: string }[]>(
      'SELECT host_country AS country FROM project_summary WHERE id = $1',
      [project.id],
    );
    const put = (value: string) => sql('UPDATE project_summary SET host_country = $2 WHERE id = $1', [project.id, value]);
    const finding = await plantedAndMended('SUMMARY_DIFFERS', { plant: put('XX'), mend: put(country) });
    expect(finding).toMatchObject({ entity: project, values: { table: 'project_summary' } });
  });

  it('a missing calendar year', async () => {
    const year = new Date().getUTCFullYear();
    const [table] = (await calendarYears(db)).filter((one) => one.country === 'LA' && one.year === year);
    if (table === undefined) throw new Error('there is no such table');
    const days = await owner.query(`SELECT * FROM calendar_day WHERE country = 'LA' AND year = $1`, [year]);
    const finding = await plantedAndMended('CALENDAR_MISSING', {
      plant: sql(`DELETE FROM calendar_year WHERE country = 'LA' AND year = $1`, [year]),
      mend: async () => {
        await owner.query('INSERT INTO calendar_year (country, year, version, source) VALUES ($1, $2, $3, $4)', [
          ...[table.country, table.year, table.version, table.source],
        ]);
        await owner.query('INSERT INTO calendar_day SELECT * FROM jsonb_populate_recordset(NULL::calendar_day, $1)', [
          JSON.stringify(days.rows),
        ]);
      },
    });
    expect(finding.values).toEqual({ country: 'LA', year });
  });

  it('a worker without pollers', async () => {
    const finding = await plantedAndMended('WORKER_ABSENT', {
      plant: () => worker.stop(),
      mend: async () => {
        worker = await startWorker(workspace.env);
      },
      more: { limits: { ...tools.limits, pollerMs: 1_000 } },
    });
    expect(finding.values['queue']).toMatch(/^(project|mail)$/);
  }, 90_000);

  it('the watchdog’s own clock standing still', async () => {
    const stopped = clockWitness(() => 1);
    await stopped.lag(db);
    const finding = await plantedAndMended('CLOCK_STOOD', {
      plant: () => Promise.resolve(),
      mend: async () => {
        const running = clockWitness(() => performance.now());
        await running.lag(db);
        expect((await proved({ clock: running })).found).toEqual([]);
      },
      more: { clock: stopped, limits: { ...tools.limits, clockMs: 100 } },
    });
    expect(finding.about).toBe('watchdog');
  });
});

describe('the mail server’s own record, against what our tables say together', () => {
  let mail: Config['mail'];
  let transport: MailTransport;
  beforeAll(() => {
    ({ mail } = loadConfig(workspace.env));
    transport = createMailTransport({ url: mail.smtpUrl, rehearsal: false, ...defaultTransportLimits });
  });
  afterAll(() => transport.close());

  const proofOf = async (more: Partial<WatchTools>): Promise<{ result: unknown; failed: unknown; counts: Record<string, number> }> => {
    const id = randomUUID();
    await askProof(db, { id, door: 'clock', askedBy: null });
    await carryOutProof({ ...tools, ...more }, id);
    const { result, failed, counts } = (await findProof(db, id)) ?? {};
    return { result, failed, counts: counts ?? {} };
  };
  /** The catcher takes a mail as the desk sends it. */
  const taken = async (messageId: string): Promise<void> => {
    const to = { name: '', address: 'somebody@example.org' };
    const made = { from: mail.from, to, messageId, date: new Date(), subject: 'Shown by a test', text: 'x', html: 'x', headers: {} };
    const raw = await transport.compose(made);
    const sent = await transport.send({ raw, from: 'secretariat@example.org', to: to.address }, { letter: true });
    expect(sent.sent).toBe(true);
  };

  /** Proves until the record has been read so far that it says something of this moment. */
  const comparedUntilNow = async (): Promise<void> => {
    const now = Date.now();
    const readTo = async (): Promise<number> => {
      await proved();
      return Date.parse((await remembered<{ until: string }>(db, 'mail-record'))?.until ?? '');
    };
    await waitFor(async () => (await readTo()) > now + tools.limits.recordMs, { withinMs: 30_000, what: 'the record being read' });
  };

  it('a mail that outbox and delivery call sent, and that the server never took, until it is sent again', async () => {
    const id = await sentMail(mail.domain);
    const finding = await plantedAndMended('RECORD_WITHOUT_MAIL', {
      plant: () => Promise.resolve(),
      mend: async () => {
        const [person] = await db.query<{ id: PersonId }[]>(`SELECT person_id AS id FROM person_role WHERE role = 'SH' LIMIT 1`);
        const by = { key: randomUUID(), personId: person?.id ?? '', reason: 'The server never took it.' };
        await db.transaction((tx) => actOnMail(tx, { mailId: id, act: 'send-again', by }, () => sendAgain(tx, id)));
      },
    });
    expect(finding).toMatchObject({ about: id, values: { witness: 'server' } });
  });

  it('a mail that the server took, while outbox and delivery say that nothing was sent', async () => {
    const id = await sentMail(mail.domain);
    const delivery = '(SELECT delivery_id FROM outbox WHERE id = $1)';
    const state = (outbox: string, deliveries: string) => async (): Promise<void> => {
      await owner.query(`UPDATE delivery SET state = $2 WHERE id = ${delivery}`, [id, deliveries]);
      await owner.query('UPDATE outbox SET state = $2 WHERE id = $1', [id, outbox]);
    };
    const messageId = messageIdOf(`left/${id}`, mail.domain);
    await owner.query(`UPDATE delivery SET message_id = $2 WHERE id = ${delivery}`, [id, messageId]);
    await taken(messageId);
    const finding = await plantedAndMended('MAIL_UNRECORDED', { plant: state('cancelled', 'frozen'), mend: state('sent', 'sent') });
    expect(finding).toMatchObject({ about: messageId, values: { witness: 'server', state: 'cancelled' } });
    expect(finding.entity).not.toBeNull();
  });

  it('a mail that the server took before a restore, known by its key, until it is reconciled; and one that nobody knows', async () => {
    const row = await plantRow({ state: 'created', sendAfter: minutesAgo(1), claimUntil: null });
    await row.plant();
    await taken(messageIdOf(`planted/${row.id}`, mail.domain));
    const nobodys = messageIdOf(randomUUID(), mail.domain);
    await taken(nobodys);
    const found = await waitFor(
      async () => {
        const unrecorded = (await proved()).found.filter(({ kind }) => kind === 'MAIL_UNRECORDED');
        return unrecorded.length < 2 ? undefined : unrecorded;
      },
      { withinMs: 30_000, everyMs: 500, what: 'both mails being found' },
    );
    expect(found.find(({ about }) => about === nobodys)).toMatchObject({ entity: null, values: { messageId: nobodys } });
    expect(found.find(({ about }) => about !== nobodys)).toMatchObject({ values: { state: 'created' } });
    await owner.query(`UPDATE outbox SET state = 'sent', result = '{"code": "RECONCILED"}', done_at = now() WHERE id = $1`, [row.id]);
    expect((await proved()).found.map(({ about }) => about)).toEqual([nobodys]);
    const id = await sentMail(mail.domain);
    await owner.query('UPDATE delivery SET message_id = $2 WHERE id = (SELECT delivery_id FROM outbox WHERE id = $1)', [id, nobodys]);
    expect((await proved()).result).toBe('quiet');
  }, 60_000);

  it('mails that are not the desk’s are no findings', async () => {
    await sendPlainMail(
      transport,
      { mail },
      { key: randomUUID(), name: '', address: 'somebody@example.org', mail: { subject: 'x', lines: ['x'] } },
    );
    await taken(`<${randomUUID()}@${mail.domain}>`);
    await comparedUntilNow();
    expect(await proofOf({})).toMatchObject({ result: 'quiet', counts: { recorded: expect.any(Number) as number } });
  });

  it('a record that cannot be asked, or is none, is told, closes nothing, and is no quiet proof', async () => {
    const id = await sentMail(mail.domain);
    await waitFor(async () => (await proved()).found.some(({ about }) => about === id), { withinMs: 30_000, what: 'the finding' });
    for (const [url, code] of [
      [`http://127.0.0.1:${await freePort()}/record`, 'MAIL_RECORD_AWAY'],
      [`${fromSetUp('GONGFANG_TEST_INBOX_URL')}/api/nothing`, 'MAIL_RECORD_AWAY'],
      [`${fromSetUp('GONGFANG_TEST_INBOX_URL')}/api/messages?limit=1`, 'MAIL_RECORD_WRONG'],
    ] as const) {
      const { result, failed, counts } = await proofOf({ mailRecord: { url, domain: mail.domain } });
      expect([result, failed, counts['recorded']]).toEqual(['failed', [{ comparison: 'record', code }], undefined]);
      expect((await openWatchFindings(db, 10)).items.map(({ about }) => about)).toContain(id);
    }
    await owner.query(`UPDATE delivery SET message_id = id || '@elsewhere' WHERE id = (SELECT delivery_id FROM outbox WHERE id = $1)`, [
      id,
    ]);
    expect((await proved()).result).toBe('quiet');
  }, 60_000);

  it('without a record set the proof says so by what it counted, and begins anew once one is set', async () => {
    const id = await sentMail(mail.domain);
    const { result, counts } = await proofOf({ mailRecord: undefined });
    expect([result, counts['recorded']]).toEqual(['quiet', undefined]);
    await comparedUntilNow();
    expect(await proofOf({})).toMatchObject({ result: 'quiet', counts: { recorded: 0 } });
    await owner.query(`DELETE FROM outbox WHERE id = $1`, [id]);
  });
});

describe('the signed root of the ledger', () => {
  const verifier = join(__dirname, '../../apps/dashboard/public/verify-ledger.mjs');
  const path = (name: string): string => join(workspace.dataDir, name);

  /** The offline program on files: exit code and what it says. */
  async function offline(...args: string[]): Promise<{ code: number; says: string }> {
    return promisify(execFile)('node', [verifier, ...args]).then(
      ({ stdout }) => ({ code: 0, says: stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, says: error.stdout }),
    );
  }

  it('is signed when asked over the API, mailed to two custodians, and its key is public', async () => {
    const watchdog = spawnProgram('dist/apps/worker/apps/worker/src/watchdog.js', [], workspace.env);
    try {
      const key = randomUUID();
      const asked = await head.post<{ id: string }>('/api/ledger/roots', {}, { 'idempotency-key': key });
      expect([asked.status, asked.body.id]).toEqual([202, key]);
      const root = await waitFor(
        async () => {
          const { body } = await head.get<{ toldAt: string | null; statement: string; keyId: string; entries: number }>(
            `/api/ledger/roots/${key}`,
          );
          return body.toldAt === null ? undefined : body;
        },
        { withinMs: 60_000, what: 'the root' },
      );
      const [{ entries } = { entries: 0 }] = await db.query<{ entries: number }[]>('SELECT count(*)::integer AS entries FROM ledger_entry');
      expect(root.entries).toBe(entries);
      expect(statSync(path('ledger-root-key.pem')).mode & 0o777).toBe(0o600);
      const keys = (await callerWith(api.url, {}).get<{ keys: { keyId: string; publicKey: string }[] }>('/api/public/ledger-keys')).body
        .keys;
      expect(keys.map(({ keyId }) => keyId)).toEqual([root.keyId]);
      writeFileSync(path('public.pem'), keys[0]?.publicKey ?? '');
      for (const { address } of await twoReaders(db, [])) {
        const answer = await fetch(`${fromSetUp('GONGFANG_TEST_INBOX_URL')}/api/messages?to=${encodeURIComponent(address)}&limit=1000`);
        const { messages } = (await answer.json()) as { messages: { id: string; subject: string }[] };
        expect(messages.filter(({ subject }) => /signed root of the ledger|台账签名根值/.test(subject)).length).toBeGreaterThan(0);
      }
      expect(watchdog.logs()).not.toContain('PRIVATE');
    } finally {
      await watchdog.stop();
    }
  }, 90_000);

  it('bears out a receipt and a history on any machine, and no other one', async () => {
    const receipt = await head.get<{ proof: { leaf: { rev: number } } | null; entry: { rev: number; hash: string } }>(
      `/api/projects/${project.id}/receipts/2`,
    );
    expect(receipt.body.proof?.leaf.rev).toBeGreaterThan(2);
    writeFileSync(path('receipt.json'), JSON.stringify(receipt.body));
    expect(await offline('--key', path('public.pem'), path('receipt.json'))).toMatchObject({ code: 0 });
    const { entry } = receipt.body;
    const hash = `${entry.hash.startsWith('0') ? '1' : '0'}${entry.hash.slice(1)}`;
    writeFileSync(path('changed.json'), JSON.stringify({ ...receipt.body, entry: { ...entry, hash } }));
    expect(await offline(path('changed.json'))).toMatchObject({ code: 1 });
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });
    writeFileSync(path('other.pem'), other);
    expect((await offline('--key', path('other.pem'), path('receipt.json'))).says).toContain('another key');

    const history = await head.get<{ ledger: { hash: string }[] }>(`/api/projects/${project.id}/history`);
    writeFileSync(path('history.json'), JSON.stringify(history.body));
    expect((await offline('--key', path('public.pem'), path('history.json'))).says).toContain('Under the signed root');
    const ledger = history.body.ledger.slice(0, -1);
    writeFileSync(path('short.json'), JSON.stringify({ ...history.body, ledger, chain: { head: ledger.at(-1)?.hash } }));
    const short = await offline(path('short.json'));
    expect([short.code, short.says]).toEqual([1, expect.stringContaining('the signed root has') as string]);
  });

  it('is signed from the command line, once under its key, and refused to those who may not', async () => {
    const key = randomUUID();
    const [first, again] = [
      await runCli(['root', 'sign', '--key', key], workspace.env),
      await runCli(['root', 'sign', '--key', key], workspace.env),
    ];
    expect([first.code, again.output]).toEqual([0, first.output]);
    expect(first.output).toMatch(/previous-root: [0-9a-f]{64}/);
    expect((await officer.post('/api/ledger/roots', {})).problem.code).toBe('NOT_ALLOWED');
    expect((await head.get(`/api/projects/${project.id}/receipts/9999`)).status).toBe(404);
  }, 60_000);

  it('tells that the last row of a ledger was removed, though everything else was made to fit, and is not signed again over it', async () => {
    const last = 'id = $1 AND rev = (SELECT max(rev) FROM ledger_entry WHERE id = $1)';
    await owner.query(`CREATE TABLE kept_last AS SELECT * FROM ledger_entry WHERE ${last}`, [project.id]);
    await owner.query('CREATE TABLE kept_head AS SELECT * FROM entity_head WHERE id = $1', [project.id]);
    const finding = await plantedAndMended('ROOT_CONTRADICTED', {
      plant: async () => {
        await owner.query(`DELETE FROM ledger_entry WHERE ${last}`, [project.id]);
        await owner.query(
          `UPDATE entity_head h SET rev = e.rev, head = e.hash, view = jsonb_set(h.view, '{rev}', to_jsonb(e.rev)) FROM ledger_entry e
            WHERE h.id = $1 AND e.id = $1 AND e.rev = (SELECT max(rev) FROM ledger_entry WHERE id = $1)`,
          [project.id],
        );
        await owner.query('UPDATE project_summary s SET rev = h.rev FROM entity_head h WHERE h.id = $1 AND s.id = $1', [project.id]);
        const refused = await runCli(['root', 'sign'], workspace.env);
        expect([refused.code, refused.output.includes('ROOT_CONTRADICTED'), refused.output.includes(`project/${project.id}`)]).toEqual([
          1,
          true,
          true,
        ]);
      },
      mend: async () => {
        await owner.query('INSERT INTO ledger_entry SELECT * FROM kept_last');
        await owner.query('UPDATE entity_head h SET rev = k.rev, head = k.head, view = k.view FROM kept_head k WHERE h.id = k.id');
        await owner.query('UPDATE project_summary s SET rev = h.rev FROM entity_head h WHERE h.id = $1 AND s.id = $1', [project.id]);
      },
    });
    expect(finding.entity).toEqual(project);
    expect((await runCli(['root', 'sign'], workspace.env)).code).toBe(0);
  }, 90_000);
});

describe('when the engine does not answer', () => {
  it('the proof proves nothing, closes nothing, and is not the last one', async () => {
    const last = (await watchStanding(db)).provedAt;
    const client = connectClient({ temporal: { ...loadConfig(workspace.env).temporal, address: `127.0.0.1:${await freePort()}` } });
    const id = randomUUID();
    await askProof(db, { id, door: 'clock', askedBy: null });
    await carryOutProof({ ...tools, client }, id);
    await client.connection.close();
    const { result, failed } = (await findProof(db, id)) ?? {};
    expect([result, failed?.map((one) => [one.comparison, one.code])]).toEqual([
      'failed',
      ['workers', 'shells', 'views', 'desk'].map((comparison) => [comparison, 'ENGINE_AWAY']),
    ]);
    expect((await watchStanding(db)).provedAt).toEqual(last);
  }, 150_000);
});

describe('when the proof stops', () => {
  const alarmed = { provedAgo: '3 hours' };
  const upMs = 3_600_000;
  const quiet = { warn: () => undefined, error: () => undefined };
  let readers: { address: string; language: string }[];
  let alarm: AlarmTools;

  beforeAll(async () => {
    const config = loadConfig(workspace.env);
    const transport = createMailTransport({ url: config.mail.smtpUrl, rehearsal: false, ...defaultTransportLimits });
    alarm = { db, transport, config, by: 'worker', logger: quiet };
    readers = await twoReaders(db, []);
    // A reader in each language.
    await db.query(`UPDATE person SET mail_language = 'en' WHERE id = (SELECT person_id FROM person_email WHERE address = $1)`, [
      readers[0]?.address,
    ]);
    await db.query(`UPDATE person SET mail_language = 'zh-CN' WHERE id = (SELECT person_id FROM person_email WHERE address = $1)`, [
      readers[1]?.address,
    ]);
    await owner.query(`UPDATE watch_proof SET ended_at = ended_at - $1::interval`, [alarmed.provedAgo]);
    await owner.query(`UPDATE watch_memory SET written_at = written_at - $1::interval WHERE name = 'installed'`, [alarmed.provedAgo]);
  });
  afterAll(() => alarm.transport.close());

  /** Subjects of the watchdog's mails to each of the two, in the order of their arrival. */
  async function told(): Promise<string[][]> {
    return Promise.all(
      readers.map(async ({ address }) => {
        const answer = await fetch(`${fromSetUp('GONGFANG_TEST_INBOX_URL')}/api/messages?to=${encodeURIComponent(address)}&limit=1000`);
        const { messages } = (await answer.json()) as { messages: { subject: string }[] };
        return messages.map(({ subject }) => subject).filter((subject) => /nobody proves|核对已中断/.test(subject));
      }),
    );
  }

  it('a worker just started waits for the first proof', async () => {
    expect((await watchStanding(db)).isOld).toBe(true);
    await lookAtProof(alarm, 0);
    expect(await told()).toEqual([[], []]);
  });

  it('two people get one mail each in their language, whoever notices and however often', async () => {
    await Promise.all([lookAtProof(alarm, upMs), lookAtProof({ ...alarm, by: 'watchdog' }, upMs), lookAtProof(alarm, upMs)]);
    await lookAtProof(alarm, upMs);
    expect(await told()).toEqual([['Gongfang: nobody proves any more that nothing was missed'], ['工坊系统：“无遗漏”核对已中断']]);
    expect((await head.get<{ watch: { isOld: boolean } }>('/api/overview')).body.watch.isOld).toBe(true);
  });

  it('the next proof ends the incident, and the next stop is one of its own', async () => {
    await proved();
    await lookAtProof(alarm, upMs);
    expect(await db.query('SELECT FROM watch_alarm WHERE closed_at IS NULL')).toEqual([]);
    await owner.query(`UPDATE watch_proof SET ended_at = ended_at - $1::interval`, [alarmed.provedAgo]);
    await lookAtProof(alarm, upMs);
    expect((await told()).map((mails) => mails.length)).toEqual([2, 2]);
    await proved();
    await lookAtProof(alarm, upMs);
  });

  it('the watchdog tells by itself when the database is away, once', async () => {
    const notesPath = join(workspace.dataDir, 'notes-of-a-test.json');
    const away = { query: () => Promise.reject(new Error('the database is away')) };
    await lookAtProof({ ...alarm, by: 'watchdog', notesPath }, upMs);
    const notes = JSON.parse(readFileSync(notesPath, 'utf8')) as { provedMs: number };
    writeFileSync(notesPath, JSON.stringify({ ...notes, provedMs: notes.provedMs - 3 * 3_600_000 }));
    await lookAtProof({ ...alarm, db: away, by: 'watchdog', notesPath }, upMs);
    await lookAtProof({ ...alarm, db: away, by: 'watchdog', notesPath }, upMs);
    expect((await told()).map((mails) => mails.length)).toEqual([3, 3]);
  });
});

describe('the watchdog’s own process', () => {
  it('proves when it is asked over the API, and the home page tells when that was', async () => {
    const watchdog = spawnProgram('dist/apps/worker/apps/worker/src/watchdog.js', [], workspace.env);
    try {
      const key = randomUUID();
      const asked = await head.post<{ id: string }>('/api/watchdog/proofs', {}, { 'idempotency-key': key });
      expect([asked.status, asked.body.id]).toEqual([202, key]);
      const proof = await waitFor(
        async () => {
          const { body } = await head.get<{ endedAt: string | null; result: string; counts: Record<string, number> }>(
            `/api/watchdog/proofs/${key}`,
          );
          return body.endedAt === null ? undefined : body;
        },
        { withinMs: 60_000, what: 'the proof' },
      );
      expect(proof).toMatchObject({ result: 'quiet', endedAt: expect.any(String) as string });
      expect(proof.counts['entities']).toBeGreaterThan(5);
      const { body: home } = await head.get<{ watch: unknown }>('/api/overview');
      expect(home.watch).toEqual({ provedAt: proof.endedAt, openFindings: 0, isOld: false });
      const again = await head.post<{ endedAt: string }>('/api/watchdog/proofs', {}, { 'idempotency-key': key });
      expect(again.body.endedAt).toBe(proof.endedAt);
    } finally {
      expect(await watchdog.stop()).toBe(0);
    }
  }, 90_000);

  it('is asked and read by the head, administrators and auditors only', async () => {
    expect((await officer.get('/api/watchdog')).problem.code).toBe('NOT_ALLOWED');
    expect((await officer.post('/api/watchdog/proofs', {})).problem.code).toBe('NOT_ALLOWED');
    expect((await callerWith(api.url, {}).get('/api/watchdog')).status).toBe(401);
    const { body } = await head.get<{ proofs: unknown[]; gone: { kind: string }[] }>('/api/watchdog');
    expect(body.proofs.length).toBeGreaterThan(3);
    expect(body.gone.map(({ kind }) => kind)).toContain('LEDGER_BROKEN');
  });
});
