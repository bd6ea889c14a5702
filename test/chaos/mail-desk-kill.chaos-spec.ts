import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseMail, stopMail } from '@app/persistence';
import { deskLimits } from '../../apps/worker/src/notification/compose-mail-desk';
import { spawnProgram } from '../support/app-process';
import { openMailKit, type MailKit } from '../support/mail-kit';
import { waitFor } from '../support/wait-for';

const leaseMs = 2_000;
/** A batch of many mails needs more time for each: two dozen are on their way at once. */
const batchLeaseMs = 8_000;
let lease = leaseMs;
const award = {
  class: 'letter' as const,
  kind: 'award-letter' as const,
  values: { ref: 'R', projectRef: 'R', announcedOn: '2026-03-02', centre: 'no' },
};
const notice = { kind: 'mou-signed' as const, values: { ref: 'R' } };

let kit: MailKit;
let folder: string;
beforeAll(async () => {
  kit = await openMailKit();
  folder = mkdtempSync(join(tmpdir(), 'desk-kill-'));
});
afterAll(async () => {
  await kit.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  kit.smtp.taken.length = 0;
  kit.smtp.play(() => undefined);
  await kit.db.query(`UPDATE outbox SET state = 'cancelled' WHERE state IN ('created', 'claimed', 'sending', 'uncertain')`);
});

/** Runs one batch in a process of its own; `point` is where it dies. */
function runDesk(point?: string): ReturnType<typeof spawnProgram> {
  return spawnProgram('test/support/desk-runner.cjs', [], {
    DATABASE_URL: kit.database.appUrl,
    SMTP_URL: kit.smtp.url,
    DESK_LEASE_MS: String(lease),
    ...(point === undefined
      ? {}
      : { GONGFANG_CHAOS_POINT: `${point}=kill`, GONGFANG_CHAOS_MARKER: join(folder, `${point}-${Date.now()}`) }),
  });
}

/** Lets the desk look again until nothing is left to do: the leases of the dead process run out meanwhile. */
async function settle(): Promise<void> {
  await waitFor(
    async () => {
      expect(await runDesk().ended).toBe(0);
      const [row] = await kit.db.query<{ left: number }[]>(
        `SELECT count(*)::int AS left FROM outbox WHERE state IN ('created', 'claimed', 'sending')`,
      );
      return row?.left === 0;
    },
    { withinMs: 10 * lease, what: 'the desk having nothing left to do' },
  );
}

async function putThree(): Promise<{ letter: string; notices: string[] }> {
  return { letter: await kit.put('lead-pl', award), notices: [await kit.put('lead-ac', notice), await kit.put('lead-ac', notice)] };
}

/** Mails at the sink by Message-ID, each with how many different texts it had. */
function byMessageId(): Map<string, { times: number; texts: Set<string> }> {
  const found = new Map<string, { times: number; texts: Set<string> }>();
  for (const { messageId, raw } of kit.smtp.taken) {
    const one = found.get(messageId) ?? { times: 0, texts: new Set<string>() };
    one.times += 1;
    one.texts.add(raw);
    found.set(messageId, one);
  }
  return found;
}

async function statesOf(ids: string[]): Promise<string[]> {
  return Promise.all(ids.map(async (id) => (await kit.row(id)).state));
}

describe('a desk killed before anything was handed over', () => {
  it.each(['desk.after-claim', 'desk.before-recheck', 'desk.after-freeze', 'desk.before-send'])(
    '%s: every mail leaves exactly once',
    async (point) => {
      const { letter, notices } = await putThree();
      expect(await runDesk(point).ended).toBe('SIGKILL');
      expect(kit.smtp.taken).toEqual([]);
      await settle();
      expect(await statesOf([letter, ...notices])).toEqual(['sent', 'sent', 'sent']);
      expect([...byMessageId().values()].map((one) => one.times)).toEqual([1, 1]);
    },
  );
});

describe('a desk killed after a mail stepped to sending', () => {
  /** How the mail gets lost: at a point of the desk, or when the server has it all and has not said so. */
  async function die(where: string): Promise<void> {
    if (where !== 'smtp.between-dot-and-250') {
      expect(await runDesk(where).ended).toBe('SIGKILL');
      return;
    }
    const desk = runDesk();
    kit.smtp.play(async ({ stage, nth }) => {
      if (stage !== 'body' || nth > 1) return undefined;
      await desk.kill();
      return 'drop';
    });
    expect(await desk.ended).toBe('SIGKILL');
  }

  const handedOver: Record<string, number> = { 'desk.after-sending': 0, 'smtp.between-dot-and-250': 1, 'desk.after-250-before-record': 1 };

  it.each(Object.keys(handedOver))('%s: the digest goes once more, byte for byte', async (where) => {
    const notices = [await kit.put('lead-ac', notice), await kit.put('lead-ac', notice)];
    await die(where);
    await settle();
    expect(await statesOf(notices)).toEqual(['sent', 'sent']);
    const [digest] = [...byMessageId().values()];
    expect(byMessageId().size).toBe(1);
    expect(digest).toMatchObject({ times: (handedOver[where] ?? 0) + 1 });
    expect(digest?.texts.size).toBe(1);
  });

  it.each(Object.keys(handedOver))('%s: a letter waits for a person', async (where) => {
    const letter = await kit.put('lead-pl', award);
    await die(where);
    await settle();
    expect(await kit.row(letter)).toMatchObject({ state: 'uncertain', result: { word: 'uncertain' } });
    expect(kit.smtp.taken).toHaveLength(handedOver[where] ?? 0);
  });
});

describe('a desk killed after it recorded', () => {
  it('sends nothing again', async () => {
    const letter = await kit.put('lead-pl', award);
    expect(await runDesk('desk.after-record-before-report').ended).toBe('SIGKILL');
    expect((await kit.row(letter)).state).toBe('sent');
    await settle();
    expect(kit.smtp.taken).toHaveLength(1);
  });
});

describe('a desk that was stopped in its sleep', () => {
  it('sends nothing when it wakes up after its lease', async () => {
    const letter = await kit.put('lead-pl', award);
    const sleeper = spawnProgram('test/support/desk-runner.cjs', [], {
      DATABASE_URL: kit.database.appUrl,
      SMTP_URL: kit.smtp.url,
      DESK_LEASE_MS: String(leaseMs),
      GONGFANG_CHAOS_POINT: `desk.before-send=wait:${leaseMs * 2}`,
    });
    await waitFor(async () => (await kit.row(letter)).state === 'claimed', { withinMs: 10_000, what: 'the row being claimed' });
    await waitFor(
      async () => {
        await kit.deliver();
        return (await kit.row(letter)).state === 'sent';
      },
      { withinMs: 20_000, what: 'another desk sending it' },
    );
    expect(await sleeper.ended).toBe(0);
    expect(kit.smtp.taken).toHaveLength(1);
  });
});

describe('the stop key while a batch is being sent', () => {
  const everything = { scope: 'everything', key: '*' } as const;
  const by = (): { key: string; door: 'cli'; personId: null; reason: string } => ({
    key: randomUUID(),
    door: 'cli',
    personId: null,
    reason: 'chaos',
  });
  const press = (): Promise<unknown> => kit.db.transaction((tx) => stopMail(tx, everything, by()));
  const release = (): Promise<unknown> => kit.db.transaction((tx) => releaseMail(tx, everything, by()));
  const batch = 60;
  /** Three claims are worked off side by side, each with so many mails on their way. */
  const mostOnTheirWay = 3 * deskLimits.concurrency;
  const putBatch = (): Promise<string[]> => Promise.all(Array.from({ length: batch }, () => kit.put('lead-pl', award)));
  beforeAll(() => {
    lease = batchLeaseMs;
  });
  afterAll(() => {
    lease = leaseMs;
  });
  afterEach(() => kit.db.query('DELETE FROM gate'));

  /** Presses the key when the server has taken so many mails of the batch; answers how many were being handed over at that moment. */
  async function pressAfter(count: number): Promise<{ taken: number }> {
    const pressed = { taken: -1 };
    kit.smtp.play(async ({ stage, nth }) => {
      if (stage === 'body' && nth === count) {
        await press();
        pressed.taken = kit.smtp.taken.length;
      }
      return undefined;
    });
    return pressed;
  }

  it('nothing leaves after it but what was being handed over in that second; the release sends every mail once', async () => {
    const ids = await putBatch();
    const pressed = await pressAfter(10);
    expect(await runDesk().ended).toBe(0);
    const left = kit.smtp.taken.length;
    expect(pressed.taken).toBeGreaterThanOrEqual(0);
    expect(left - pressed.taken).toBeLessThanOrEqual(mostOnTheirWay);
    expect(left).toBeLessThan(batch);
    kit.smtp.play(() => undefined);
    expect(await runDesk().ended).toBe(0);
    expect(kit.smtp.taken).toHaveLength(left);
    await release();
    await settle();
    expect(new Set(await statesOf(ids))).toEqual(new Set(['sent']));
    expect(byMessageId().size).toBe(batch);
    expect(kit.smtp.taken).toHaveLength(batch);
  }, 120_000);

  it('with the desk killed in the middle as well: what nobody knows of waits for a person, all the rest leaves once after the release', async () => {
    const ids = await putBatch();
    const desk = runDesk();
    kit.smtp.play(async ({ stage, nth }) => {
      if (stage !== 'body' || nth !== 10) return undefined;
      await press();
      await desk.kill();
      return 'drop';
    });
    expect(await desk.ended).toBe('SIGKILL');
    let begun = 0;
    kit.smtp.play(({ stage }) => {
      if (stage === 'mail') begun += 1;
      return undefined;
    });
    await kit.expireLeases();
    expect(await runDesk().ended).toBe(0);
    expect(begun).toBe(0);
    await release();
    await settle();
    const states = await statesOf(ids);
    expect(new Set(states)).toEqual(new Set(['sent', 'uncertain']));
    const uncertain = states.filter((state) => state === 'uncertain').length;
    expect(uncertain).toBeLessThanOrEqual(mostOnTheirWay);
    // No letter was handed over twice, whatever became of the process.
    expect([...byMessageId().values()].every((one) => one.times === 1)).toBe(true);
  }, 120_000);
});
