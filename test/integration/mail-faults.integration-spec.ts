import { openMailKit, type MailKit } from '../support/mail-kit';
import { createMailTransport, defaultTransportLimits } from '../../apps/worker/src/notification/mail-transport';
import type { SmtpAnswer, SmtpMoment } from '../support/smtp-server';

let kit: MailKit;
beforeAll(async () => {
  kit = await openMailKit();
});
afterAll(() => kit.close());
beforeEach(async () => {
  kit.smtp.taken.length = 0;
  kit.smtp.play(() => undefined);
  await kit.db.query(`UPDATE outbox SET state = 'cancelled' WHERE state IN ('created', 'claimed', 'sending')`);
  await kit.db.query('UPDATE person_email SET bounced_at = NULL');
});

const notice = { kind: 'mou-signed' as const, values: { ref: 'R' } };
const letter = {
  class: 'letter' as const,
  kind: 'award-letter' as const,
  values: { ref: 'R', projectRef: 'R', announcedOn: '2026-03-02', centre: 'no' },
};
const limits = { connectionTimeoutMs: 700, greetingTimeoutMs: 700, socketTimeoutMs: 700, sendTimeoutMs: 2_500 };

/** Answers at one stage, the first `times` times. */
function at(stage: SmtpMoment['stage'], answer: SmtpAnswer, times = Number.POSITIVE_INFINITY) {
  return (moment: SmtpMoment): SmtpAnswer => (moment.stage === stage && moment.nth <= times ? answer : undefined);
}

interface Expected {
  state: string;
  word: string;
  /** Minutes until the next try, rounded down; absent when there is none. */
  minutes?: [number, number];
}

async function expectAfter(mail: 'notice' | 'letter', script: (moment: SmtpMoment) => SmtpAnswer, expected: Expected): Promise<string> {
  kit.smtp.play(script);
  const id = await kit.put('lead-ac', mail === 'notice' ? notice : letter);
  await kit.deliver({}, limits);
  const row = await kit.row(id);
  expect(row).toMatchObject({ state: expected.state, result: { word: expected.word } });
  const waitMinutes = row.nextTryAt === null ? undefined : (row.nextTryAt.getTime() - Date.now()) / 60_000;
  if (expected.minutes === undefined) expect(waitMinutes).toBeUndefined();
  else {
    expect(waitMinutes).toBeGreaterThanOrEqual(expected.minutes[0] - 0.1);
    expect(waitMinutes).toBeLessThanOrEqual(expected.minutes[1]);
  }
  return id;
}

// Of a notice nobody watches the talk, since sending the same bytes again does no harm; so a cut is taken for a doubtful one.
const atTheDoor = { notice: 'uncertain', letter: 'temporary-failure' };

describe.each(['notice', 'letter'] as const)('what the server says to a %s', (mail) => {
  it.each<[string, (moment: SmtpMoment) => SmtpAnswer, Expected]>([
    ['greylisted', at('rcpt', '450 4.2.0 greylisted'), { state: 'created', word: 'temporary-failure', minutes: [10, 11] }],
    ['busy', at('mail', '421 busy'), { state: 'created', word: 'temporary-failure', minutes: [10, 11] }],
    ['try later', at('body', '451 later'), { state: 'created', word: 'temporary-failure', minutes: [10, 11] }],
    ['mailbox full', at('body', '452 full'), { state: 'created', word: 'temporary-failure', minutes: [10, 11] }],
    ['our sender is refused', at('mail', '550 not you'), { state: 'created', word: 'technical-failure', minutes: [60, 66] }],
    ['login is asked for', at('mail', '530 log in'), { state: 'created', word: 'technical-failure', minutes: [60, 66] }],
    ['no greeting', at('connect', 'hang'), { state: 'created', word: atTheDoor[mail], minutes: [0, 1] }],
    ['dropped at the door', at('connect', 'drop'), { state: 'created', word: atTheDoor[mail], minutes: [0, 1] }],
  ])('%s', async (_, script, expected) => {
    const id = await expectAfter(mail, script, expected);
    kit.smtp.play(() => undefined);
    await kit.hurry();
    await kit.deliver();
    expect(await kit.row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(kit.smtp.taken).toHaveLength(1);
  });
});

describe('an answer that no table would keep as it is', () => {
  it.each(['notice', 'letter'] as const)(
    'a NUL and half a character in the words of the server keep no %s from being recorded as sent',
    async (mail) => {
      const answer = `250 kept \0${'x'.repeat(489)}\u{1F4EC}`;
      kit.smtp.play(at('body', answer));
      const ids = [await kit.put('lead-ac', mail === 'notice' ? notice : letter), await kit.put('lead-pl', letter)];
      await kit.deliver();
      for (const id of ids) expect(await kit.row(id)).toMatchObject({ state: 'sent', attempts: 1, result: { word: 'delivered' } });
    },
  );
});

describe('silence or a cut', () => {
  it('before the body of a letter: nothing was sent, it is tried again', async () => {
    await expectAfter('letter', at('rcpt', 'drop'), { state: 'created', word: 'temporary-failure', minutes: [0, 1] });
    await expectAfter('letter', at('hello', 'hang'), { state: 'created', word: 'temporary-failure', minutes: [0, 1] });
    expect(kit.smtp.taken).toEqual([]);
  });

  it.each<SmtpAnswer>(['drop', 'hang', 'drip'])('after the body of a letter (%s): uncertain, a person decides', async (answer) => {
    const id = await expectAfter('letter', at('body', answer), { state: 'uncertain', word: 'uncertain' });
    kit.smtp.play(() => undefined);
    await kit.deliver();
    expect((await kit.row(id)).state).toBe('uncertain');
    expect(kit.smtp.taken).toHaveLength(1);
  });

  it.each<SmtpAnswer>(['drop', 'hang', 'drip'])('after the body of a notice (%s): the same bytes go again', async (answer) => {
    const id = await expectAfter('notice', at('body', answer, 1), { state: 'created', word: 'uncertain', minutes: [0, 1] });
    await kit.hurry();
    await kit.deliver({}, limits);
    expect(await kit.row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(kit.smtp.taken).toHaveLength(2);
    expect(kit.smtp.taken[1]?.raw).toBe(kit.smtp.taken[0]?.raw);
  });

  it('of one connection leaves the others alone', async () => {
    kit.smtp.play(({ stage, address }) => (stage === 'rcpt' && address.startsWith('lead-ac') ? 'hang' : undefined));
    const stuck = await kit.put('lead-ac', notice);
    const fine = await Promise.all([1, 2, 3].map(() => kit.put('lead-pl', letter)));
    await kit.deliver({}, limits);
    expect((await kit.row(stuck)).state).toBe('created');
    for (const id of fine) expect((await kit.row(id)).state).toBe('sent');
  });

  it('of the whole server: refused connections are tried again soon', async () => {
    const id = await kit.put('lead-ac', letter);
    const transport = { url: 'smtp://127.0.0.1:1', ...limits };
    await kit.deliver({}, transport);
    expect(await kit.row(id)).toMatchObject({ state: 'created', result: { word: 'temporary-failure', code: 'ESOCKET' } });
  });
});

describe('a login that is refused', () => {
  it('is tried every hour, tells an operator and ends no letter', async () => {
    kit.smtp.play(at('auth', '535 no'));
    const id = await kit.put('lead-ac', letter);
    await kit.deliver({}, { ...limits, url: kit.smtp.url.replace('smtp://', 'smtp://user:wrong@') });
    expect(await kit.row(id)).toMatchObject({ state: 'created', result: { word: 'technical-failure', responseCode: 535 } });
    expect(kit.warnings).toContain('the mail server does not let us in');
  });
});

describe('an address that finally refuses', () => {
  const refusing =
    (name: string) =>
    (moment: SmtpMoment): SmtpAnswer =>
      moment.stage === 'rcpt' && moment.address === `${name}@example.org` ? '550 5.1.1 unknown' : undefined;

  async function commandsFor(key: string): Promise<{ type: string; payload: Record<string, unknown> }[]> {
    const rows = await kit.db.query<{ command: { type: string; payload: Record<string, unknown> } }[]>(
      `SELECT command FROM outbox WHERE business_key = $1`,
      [`failed/${key}`],
    );
    return rows.map((row) => row.command);
  }

  it('ends the mail, marks the address, asks the next contact and makes a task', async () => {
    kit.smtp.play(refusing('lead-ac'));
    const id = await kit.put('lead-ac', letter);
    await kit.deliver();
    const row = await kit.row(id);
    expect(row).toMatchObject({ state: 'failed', result: { word: 'permanent-failure', responseCode: 550 } });
    expect(kit.smtp.taken.map((mail) => mail.to)).toEqual(['lead-pl@example.org']);
    const [mark] = await kit.db.query<{ bounced: boolean }[]>(
      'SELECT bounced_at IS NOT NULL AS bounced FROM person_email WHERE person_id = $1',
      [kit.people['lead-ac']],
    );
    expect(mark?.bounced).toBe(true);
    expect(await commandsFor(row.key)).toEqual([
      { type: 'RecordDelivery', payload: { personId: kit.people['lead-ac'], notificationKey: row.key, result: 'permanent-failure' } },
    ]);
    await kit.deliver();
    expect(kit.smtp.taken).toHaveLength(1);
  });

  it('gives way to the same person’s next address first, without a task', async () => {
    await kit.db.query(`INSERT INTO person_email (person_id, address, rank) VALUES ($1, 'second@example.org', 2)`, [kit.people['host-pc']]);
    kit.smtp.play(refusing('host-pc'));
    const id = await kit.put('host-pc', letter, { role: 'PC' });
    await kit.deliver();
    expect(kit.smtp.taken.map((mail) => mail.to)).toEqual(['second@example.org']);
    expect(await commandsFor((await kit.row(id)).key)).toEqual([]);
  });

  it('after the body counts the same', async () => {
    kit.smtp.play(at('body', '554 5.7.1 refused'));
    const id = await kit.put('host-ps', letter, { role: 'PS' });
    await kit.deliver();
    expect(await kit.row(id)).toMatchObject({ state: 'failed', result: { word: 'permanent-failure', command: 'DATA' } });
  });

  it('that was never one address is never handed to a server', async () => {
    await kit.db.query(`UPDATE person_email SET address = 'a@example.org, b@example.org' WHERE person_id = $1`, [kit.people['host-2']]);
    const id = await kit.put('host-2', letter, { role: 'PC' });
    await kit.deliver();
    expect(await kit.row(id)).toMatchObject({ state: 'failed', result: { word: 'permanent-failure', why: 'no-address' } });
    expect(kit.smtp.taken.every((mail) => mail.to !== 'a@example.org')).toBe(true);
  });

  it('leaves the other members of a batch alone', async () => {
    kit.smtp.play(refusing('lead-lr'));
    const ids = await Promise.all(
      ['lead-lr', 'lead-pl', 'lead-head'].map((name) =>
        kit.put(name, letter, { role: name === 'lead-lr' ? 'LR' : name === 'lead-pl' ? 'PL' : 'officeHead' }),
      ),
    );
    await kit.deliver();
    expect(await Promise.all(ids.map(async (id) => (await kit.row(id)).state))).toEqual(['failed', 'sent', 'sent']);
  });
});

describe('three days without success', () => {
  it('end a mail and tell the next contact, but mark no address', async () => {
    const id = await kit.put('lead-ac', letter);
    await kit.db.query(`UPDATE outbox SET result = '{"firstTriedAt": "2020-01-01T00:00:00.000Z"}' WHERE id = $1`, [id]);
    kit.smtp.play(({ stage, address }) => (stage === 'rcpt' && address.startsWith('lead-ac') ? '450 later' : undefined));
    await kit.deliver();
    expect(await kit.row(id)).toMatchObject({ state: 'failed', result: { word: 'permanent-failure', responseCode: 450 } });
    expect(kit.smtp.taken.map((mail) => mail.to)).toEqual(['lead-pl@example.org']);
    const [mark] = await kit.db.query<{ bounced: boolean }[]>(
      'SELECT bounced_at IS NOT NULL AS bounced FROM person_email WHERE person_id = $1',
      [kit.people['lead-ac']],
    );
    expect(mark?.bounced).toBe(false);
  });
});

describe('a text that cannot be written', () => {
  it('is a fault of ours: tried again in an hour, told to an operator, hindering no other mail', async () => {
    const broken = await kit.put('lead-ac', { ...notice, kind: 'milestone-reached', values: { ref: 'R' } });
    const fine = await kit.put('lead-pl', letter);
    await kit.deliver();
    expect(await kit.row(broken)).toMatchObject({ state: 'created', attempts: 1, result: { word: 'technical-failure' } });
    expect((await kit.row(fine)).state).toBe('sent');
    expect(kit.warnings).toContain('a mail could not be written');
  });
});

describe('a project whose state cannot be read', () => {
  it('holds back its own mail only', async () => {
    const other = '55555555-5555-4555-8555-555555555555';
    await kit.db.query(
      `INSERT INTO entity_head (kind, id, rev, head, rules_build, state_schema, state, policy_version, clock)
       SELECT kind, $2, rev, head, rules_build, state_schema, state - 'contacts', 1, clock FROM entity_head WHERE id = $1`,
      [kit.projectId, other],
    );
    const broken = await kit.put('lead-ac', letter, { project: other });
    const fine = await kit.put('lead-pl', letter);
    await kit.deliver();
    expect(await kit.row(broken)).toMatchObject({ state: 'created', result: { word: 'technical-failure' } });
    expect((await kit.row(fine)).state).toBe('sent');
  });
});

describe('a rehearsal', () => {
  it('refuses to start with any server but a catcher on this machine', () => {
    for (const url of [
      'smtp://mail.example.org:1025',
      'smtp://127.0.0.1:25',
      'smtps://localhost',
      'smtp://localhost:587',
      'smtp://10.0.0.1:1025',
    ]) {
      expect(() => createMailTransport({ url, rehearsal: true, ...defaultTransportLimits })).toThrow('its own catcher only');
    }
    expect(createMailTransport({ url: 'smtp://localhost:1025', rehearsal: true, ...defaultTransportLimits }).isCatcher).toBe(true);
  });

  it('in a worker with a real server sends nothing of its rooms', async () => {
    const id = await kit.put('lead-ac', letter);
    const room = '77777777-7777-4777-8777-777777777777';
    await kit.db.query(`INSERT INTO room (id, name, room_now) VALUES ($1, 'r', '2026-03-03T04:00:00Z') ON CONFLICT DO NOTHING`, [room]);
    await kit.db.query('UPDATE outbox SET room_id = $2, send_after = NULL WHERE id = $1', [id, room]);
    await kit.deliver({}, { url: 'smtp://mail.example.org:25' });
    expect(await kit.row(id)).toMatchObject({ state: 'cancelled', result: { why: 'rehearsal' } });
  });

  it('sends what is due by the time of its room, and nothing later', async () => {
    const room = '88888888-8888-4888-8888-888888888888';
    await kit.db.query(`INSERT INTO room (id, name, room_now) VALUES ($1, 'r', '2026-03-03T03:59:00Z') ON CONFLICT DO NOTHING`, [room]);
    const id = await kit.put('lead-ac', letter);
    await kit.db.query('UPDATE outbox SET room_id = $2, send_after = NULL WHERE id = $1', [id, room]);
    await kit.deliver();
    expect((await kit.row(id)).state).toBe('created');
    await kit.db.query(`UPDATE room SET room_now = '2026-03-03T04:00:00Z' WHERE id = $1`, [room]);
    await kit.deliver();
    expect((await kit.row(id)).state).toBe('sent');
  });
});
