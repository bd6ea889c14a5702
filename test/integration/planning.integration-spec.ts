import { randomUUID } from 'node:crypto';
import type { EntityKey } from '@app/persistence';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { signedIn, type Answer, type Caller } from '../support/api-kit';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';

/** A workshop under construction in Laos whose milestones M5 to M8 are open. */
const plot = (clock: Record<string, unknown>): CallPlot => ({
  code: 'LMGF-2025',
  year: 2025,
  publishedOn: '2025-06-03',
  closesOn: '2025-08-31',
  rankedOn: '2025-10-13',
  councilOn: '2025-10-14',
  noticeOn: '2025-10-20',
  announcedOn: '2025-10-30',
  clock,
  projects: [
    {
      ...{ key: 'logistics-la', titleZh: '老挝智能物流工坊', titleEn: 'Intelligent Logistics Workshop, Laos', hostCity: 'Vientiane' },
      ...{ lead: 'chuncheng', host: 'nam-khong', enterprise: 'yunling', hostCountry: 'LA', field: 'LOG', marks: 0.88 },
      ...{ lateMilestones: ['M5', 'M6', 'M7', 'M8', 'M9'], stopsAt: 'building' },
    },
  ],
});

interface Possible {
  command: string;
  possible: boolean;
  why?: string;
}
interface Line {
  at: string;
  occurrence: { rule: string; object: string; step: string; series: number; level?: string };
  mails: { name: string; role: string; zone: string; sendAt: string }[];
  ends: string | null;
  possible: Possible[];
}
interface Forecast {
  now: string;
  items: Line[];
  waiting: { rule: string; object: string; step: string; possible: Possible[] }[];
  skipped: { step: string }[];
  series: { rule: string; object: string; series: number; paused: boolean; dueOn: string; possible: Possible[] }[];
  interventions: { interventionId: string; kind: string; byName: string; reason: string | null; possible: Possible[] }[];
}

let kit: RehearsalKit;
let api: ApiProcess;
let room: PlayedRoom;
let project: EntityKey;
let officer: Caller;
let lead: Caller;
let now = '2026-05-06T02:00:00.000Z';

async function callerOf(key: string): Promise<Caller> {
  const email = addressOf(player(key));
  const password = kit.people.find((one) => one.email === email)?.password ?? '';
  return signedIn(api.url, { signIn: email, password });
}

beforeAll(async () => {
  kit = await openRehearsalKit();
  api = await startApi(kit.workspace.env);
  room = await kit.roomAt(now, (clock) => [plot(clock)]);
  project = room.project('logistics-la');
  officer = await callerOf('officer');
  lead = await callerOf('lead-chuncheng');
}, 240_000);
afterAll(async () => {
  await api?.stop();
  await kit?.close();
}, 60_000);

const reason = '院校来电说明。 The college called.';

function give<T = { commandId: string; events: string[] }>(
  name: string,
  body: object,
  { by = officer, key = randomUUID() }: { by?: Caller; key?: string } = {},
): Promise<Answer<T>> {
  return by.post<T>(`/api/projects/${project.id}/commands/${name}`, { reason, ...body }, { 'idempotency-key': key });
}

async function runTo(at: string): Promise<void> {
  await room.clock.runTo(at);
  now = at;
}

/** Some days later at 18:00 Beijing, after every reader's hours. */
function evening(date: string): string {
  return `${date}T10:00:00.000Z`;
}

async function forecast(by = officer): Promise<Forecast> {
  const answer = await by.get<Forecast>(`/api/projects/${project.id}/forecast?days=120`);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Mails about a milestone by step and state, in the order of their steps. */
async function mailsOf(object: string): Promise<string[]> {
  const rows = await kit.db.query<{ step: string; state: string; why: string | null }[]>(
    `SELECT DISTINCT intent->>'step' AS step, state, result->>'why' AS why FROM outbox WHERE kind = 'mail' AND entity_id = $1 AND intent->>'rule' = 'milestone'
        AND intent->>'object' = $2 AND created_at > $3 ORDER BY 1, 2`,
    [project.id, object, begun],
  );
  return rows.map(({ step, state, why }) => (state === 'cancelled' ? `${step} ${state}: ${why ?? ''}` : `${step} ${state}`));
}
let begun: Date;
beforeAll(async () => {
  begun = (await kit.db.query<{ at: Date }[]>('SELECT clock_timestamp() AS at'))[0]?.at ?? new Date();
});

function lineOf(found: Forecast, object: string, step: string): Line | undefined {
  return found.items.find(({ occurrence }) => occurrence.rule === 'milestone' && occurrence.object === object && occurrence.step === step);
}

function may(possible: Possible[] | undefined, command: string): boolean | undefined {
  return possible?.find((one) => one.command === command)?.possible;
}

describe('the forecast of mails', () => {
  it('tells the officer to whom each mail goes, when by their own hours, what stops it and what may be done', async () => {
    const line = lineOf(await forecast(), 'M5', 't-30.L0');
    expect(line?.mails.length).toBeGreaterThan(0);
    for (const mail of line?.mails ?? []) {
      const hour = new Intl.DateTimeFormat('en-GB', { timeZone: mail.zone, hour: '2-digit', minute: '2-digit' }).format(
        new Date(mail.sendAt),
      );
      expect([mail.name !== '', hour >= '09:00', hour < '16:30']).toEqual([true, true, true]);
    }
    expect(line?.ends).not.toBe('');
    expect([may(line?.possible, 'SkipOccurrence'), may(line?.possible, 'SendNow')]).toEqual([true, true]);
  });

  it('tells a lead his own mails and offers him nothing', async () => {
    const found = await forecast(lead);
    expect(found.items.flatMap((line) => line.mails).every((mail) => mail.name === '杨晓东')).toBe(true);
    expect(found.items.some((line) => line.mails.length > 0)).toBe(true);
    expect([...found.items.flatMap((line) => line.possible), ...found.interventions, ...found.skipped]).toEqual([]);
    expect((await give('pause-series', { rule: 'milestone', object: 'M6' }, { by: lead })).status).toBe(403);
  });
});

describe('send now', () => {
  it('without a step leaves one extra reminder within minutes, however often it is clicked', async () => {
    const body = { rule: 'milestone', object: 'M6' };
    const key = randomUUID();
    const clicks = await Promise.all([give('send-now', body, { key }), give('send-now', body, { key })]);
    expect(clicks.map((one) => one.status)).toEqual([200, 200]);
    expect((await give('send-now', body)).problem.code).toBe('REMINDED_TODAY');
    expect(await mailsOf('M6')).toEqual(['extra.2026-05-06 created']);
    await runTo('2026-05-06T02:05:00.000Z');
    expect(await mailsOf('M6')).toEqual(['extra.2026-05-06 sent']);
    const [done] = (await forecast()).interventions;
    expect([done?.kind, done?.byName, done?.reason, done?.possible[0]?.why]).toEqual(['sent-now', '李静怡', reason, 'MAIL_LEFT']);
  });

  it('undone before it leaves, it does not leave, and may be sent again', async () => {
    const body = { rule: 'milestone', object: 'M7' };
    const sent = await give('send-now', body);
    expect((await give('undo-intervention', { interventionId: sent.body.commandId })).status).toBe(200);
    await runTo('2026-05-06T02:20:00.000Z');
    expect(await mailsOf('M7')).toEqual(['extra.2026-05-06 cancelled: taken-back']);
    expect((await give('send-now', body)).status).toBe(200);
    await runTo('2026-05-06T02:30:00.000Z');
    expect(await mailsOf('M7')).toEqual(['extra.2026-05-06 sent']);
  });
});

describe('a planned mail', () => {
  it('that is skipped never leaves; one that is sent now leaves once', async () => {
    const found = await forecast();
    const [skipped, sent] = [lineOf(found, 'M5', 't-30.L0'), lineOf(found, 'M5', 't-7.L0')];
    const aim = { rule: 'milestone', object: 'M5' };
    const series = skipped?.occurrence.series ?? sent?.occurrence.series ?? 0;
    expect((await give('skip-occurrence', { ...aim, step: 't-30.L0', series })).status).toBe(200);
    expect((await give('send-now', { ...aim, step: 't-7.L0' })).status).toBe(200);
    const after = await forecast();
    expect(after.skipped.map((one) => one.step)).toEqual(['t-30.L0']);
    expect([lineOf(after, 'M5', 't-30.L0'), lineOf(after, 'M5', 't-7.L0')]).toEqual([undefined, undefined]);
    const due = after.series.find((one) => one.object === 'M5')?.dueOn ?? '';
    await runTo(evening(due));
    expect(await mailsOf('M5')).toEqual(['t-7.L0 sent']);
  });

  it('that waits for its day and is paused is taken back; let go on, the newest of those that fell due leaves', async () => {
    const aim = { rule: 'milestone', object: 'M8' };
    const paused = await give('pause-series', aim);
    expect(paused.status).toBe(200);
    const due = (await forecast()).series.find((one) => one.object === 'M8');
    expect(due?.paused).toBe(true);
    await runTo(new Date(Date.parse(`${due?.dueOn ?? ''}T10:00:00.000Z`) - 3 * 86_400_000).toISOString());
    expect(await mailsOf('M8')).toEqual([]);
    expect((await give('resume-series', aim)).status).toBe(200);
    await runTo(new Date(Date.parse(now) + 2.8 * 86_400_000).toISOString());
    expect(await mailsOf('M8')).toEqual(['t-7.L0 sent']);
  });

  it('of a date put off is planned anew; the date is where it was when that is undone', async () => {
    const aim = { rule: 'milestone', object: 'M9' };
    const before = (await forecast()).series.find((one) => one.object === 'M9');
    const moved = await give('snooze', { ...aim, workingDays: 3 });
    const after = (await forecast()).series.find((one) => one.object === 'M9');
    expect([after?.series, (after?.dueOn ?? '') > (before?.dueOn ?? '')]).toEqual([(before?.series ?? 0) + 1, true]);
    const refused = (await give('snooze', { ...aim, workingDays: 3 })).problem;
    expect(refused.code).toBe('EXTENSION_LIMIT');
    // The refusal says on what it rests: article, rule and version, and the value of the policy.
    expect(refused).toMatchObject({
      because: {
        ...{ rule: 'Snooze', ground: 'time', policyVersion: 1 },
        says: expect.stringContaining('《民法典》') as string,
        policyValues: [{ key: 'change.snoozeMax', value: '5wd', article: expect.any(String) as string }],
      },
    });
    expect((await give('undo-intervention', { interventionId: moved.body.commandId })).status).toBe(200);
    expect((await forecast()).series.find((one) => one.object === 'M9')).toEqual(before);
  });
});

describe('bad input', () => {
  it.each([
    ['without a reason', 'pause-series', { rule: 'milestone', object: 'M9', reason: undefined }, 409, 'REASON_REQUIRED'],
    [
      'of what the clock does',
      'skip-occurrence',
      { rule: 'milestone', object: 'M9', step: 'end.amber', series: 1 },
      409,
      'CONSEQUENCE_STAYS',
    ],
    ['on the end of the MoU', 'pause-series', { rule: 'expiry', object: '-' }, 409, 'LEGAL_DATE'],
    ['of a deadline that is not there', 'send-now', { rule: 'milestone', object: 'M77' }, 409, 'UNKNOWN_OBJECT'],
    ['with a step in angle brackets', 'send-now', { rule: 'milestone', object: 'M9', step: '<b>' }, 400, 'BAD_INPUT'],
    ['with half a day', 'snooze', { rule: 'milestone', object: 'M9', workingDays: 0.5 }, 400, 'BAD_INPUT'],
    ['undoing nothing', 'undo-intervention', { interventionId: randomUUID() }, 409, 'UNKNOWN_OBJECT'],
  ])('%s is refused with its own word', async (_, name, body, status, code) => {
    const answer = await give(name, body);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
  });
});
