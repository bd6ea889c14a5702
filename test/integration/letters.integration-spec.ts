import { randomUUID } from 'node:crypto';
import type { EntityKey } from '@app/persistence';
import { createHttpTeller } from '../../apps/worker/src/rehearsal/http-teller';
import { signIn, type ApiPerson, type ApiProblem } from '../../apps/worker/src/rehearsal/api-person';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import { call2025 } from '../../apps/worker/src/story/demo-plots';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, startWorker, waitFor, type ApiProcess } from '../support/stack';

interface Letter {
  mailId: string;
  projectId: string;
  notification: string;
  mark: string | null;
  fault: string | null;
  readers: { name: string }[];
}
interface Held {
  mayRelease: boolean;
  items: Letter[];
}

const reason = 'Read, and right. 已审阅，内容无误。';

/** A call that is announced over the API: its projects' letters wait. */
describe('the letters of a batch act', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let room: PlayedRoom;
  let call: EntityKey;
  const people = new Map<string, Promise<ApiPerson>>();

  const as = (key: string): Promise<ApiPerson> => {
    const known = people.get(key) ?? signIn(api.url, credentials(key));
    people.set(key, known);
    return known;
  };
  function credentials(key: string): { email: string; password: string } {
    const person = kit.people.find((one) => one.email === addressOf(player(key)));
    if (person === undefined) throw new Error(`nobody is ${key}`);
    return person;
  }

  beforeAll(async () => {
    kit = await openRehearsalKit();
    api = await startApi(kit.workspace.env);
    const plot = call2025();
    const keys = ['vehicles-th', 'cookery-kh', 'furniture-vn'];
    const at = `${plot.announcedOn}T02:30:00.000Z`;
    room = await kit.roomAt(at, (clock) => [{ ...plot, clock, projects: plot.projects.filter((one) => keys.includes(one.key)) }]);
    const [row] = await kit.db.query<{ id: string }[]>('SELECT id FROM call_summary WHERE room_id = $1', [room.roomId]);
    call = { kind: 'call', id: row?.id ?? '' };
    const teller = createHttpTeller({ db: kit.db, as, runTo: room.clock.runTo });
    await teller.confirm('deputy', call, `${plot.announcedOn}T03:00:00.000Z`);
    await room.clock.runTo(`${plot.announcedOn}T03:10:00.000Z`);
  }, 240_000);
  afterAll(async () => {
    await api?.stop();
    await kit?.close();
  });

  const path = (): string => `/api/calls/${call.id}/letters`;
  const held = async (by = 'head'): Promise<Held> => (await (await as(by)).get<Held>(path())).body;
  const states = async (kinds: string[]): Promise<string[]> =>
    (
      await kit.db.query<{ state: string }[]>(
        `SELECT DISTINCT state FROM outbox WHERE kind = 'mail' AND room_id = $1 AND notification = ANY($2::text[]) AND rev > 0 ORDER BY state`,
        [room.roomId, kinds],
      )
    ).map((row) => row.state);
  const codeOf = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'no refusal',
      (error: ApiProblem) => error.code,
    );

  it('are held, and the desk writes each as it would leave now', async () => {
    await waitFor(async () => (await held()).items.every((one) => one.mark !== null), {
      withinMs: 90_000,
      what: 'the letters being written',
    });
    const { items, mayRelease } = await held();
    expect(mayRelease).toBe(true);
    expect(new Set(items.map((one) => one.notification))).toEqual(new Set(['award-letter', 'reserve-placed', 'rejection-letter']));
    expect(items.map((one) => one.fault)).toEqual(items.map(() => null));
    expect(await states(['award-letter', 'reserve-placed', 'rejection-letter'])).toEqual(['held']);
    const [first] = items;
    const text = (await (await as('officer')).get<{ text: string; html: string; subject: string }>(`${path()}/${first?.mailId}`)).body;
    expect(text.subject).toContain('LM');
    expect(text.text).toContain('澜湄工坊项目秘书处');
    expect(`${text.text}${text.html}`).not.toMatch(/\/a\/[\w-]{43}/);
  });

  it('are not there for applicants, experts and council', async () => {
    for (const key of ['lead-yujiang', 'council-chair'].filter((one) => kit.people.some((p) => p.email === safeAddress(one))))
      expect(await codeOf(held(key))).toBe('NOT_FOUND');
  });
  function safeAddress(key: string): string {
    try {
      return addressOf(player(key));
    } catch {
      return '';
    }
  }

  it('note who has read which text, and refuse a reading of another text', async () => {
    const [first] = (await held()).items;
    if (first?.mark == null) throw new Error('no letter');
    const officer = await as('officer');
    await officer.send('POST', `${path()}/${first.mailId}/read`, { mark: first.mark });
    await officer.send('POST', `${path()}/${first.mailId}/read`, { mark: first.mark });
    expect((await held()).items.find((one) => one.mailId === first.mailId)?.readers).toHaveLength(1);
    expect(await codeOf(officer.send('POST', `${path()}/${first.mailId}/read`, { mark: 'f'.repeat(64) }))).toBe('LETTER_CHANGED');
  });

  it('are released by a head of the Secretariat only, and only in the text that was named', async () => {
    const { items } = await held();
    const letters = items.map(({ mailId, mark }) => ({ mailId, mark }));
    expect((await held('officer')).mayRelease).toBe(false);
    expect(await codeOf((await as('officer')).send('POST', `${path()}/release`, { letters, reason }))).toBe('NOT_ALLOWED');
    const other = letters.map(({ mailId }) => ({ mailId, mark: 'f'.repeat(64) }));
    const { body } = await (
      await as('head')
    ).send<{ released: number; left: string[] }>('POST', `${path()}/release`, { letters: other, reason });
    expect(body).toEqual({ released: 0, left: letters.map(({ mailId }) => mailId) });
    expect(await codeOf((await as('head')).send('POST', `/api/calls/${randomUUID()}/letters/release`, { letters, reason }))).toBe(
      'NOT_FOUND',
    );
  });

  it('that nobody needs any more are cancelled with the reason', async () => {
    const reserve = (await held()).items.find((one) => one.notification === 'reserve-placed');
    if (reserve === undefined) throw new Error('no letter to the reserve');
    // Who has left the project's contacts is not told.
    await kit.db.query(
      `UPDATE entity_head h SET state = jsonb_set(h.state, '{contacts}', coalesce((SELECT jsonb_agg(c) FROM jsonb_array_elements(h.state->'contacts') c
         WHERE c->>'personId' <> o.person_id::text), '[]')) FROM outbox o WHERE o.id = $1 AND h.id = o.entity_id`,
      [reserve.mailId],
    );
    await kit.db.query(`UPDATE held_letter SET written_at = written_at - interval '1 hour' WHERE outbox_id = $1`, [reserve.mailId]);
    await waitFor(async () => !(await held()).items.some((one) => one.mailId === reserve.mailId), {
      withinMs: 90_000,
      what: 'the letter being cancelled',
    });
    const [row] = await kit.db.query<{ state: string; why: string }[]>(`SELECT state, result->>'why' AS why FROM outbox WHERE id = $1`, [
      reserve.mailId,
    ]);
    expect(row).toEqual({ state: 'cancelled', why: 'left-role' });
  }, 120_000);

  it('leave in working hours once they are released, in the very text that was read; a double click releases once', async () => {
    const { items } = await held();
    const [stays, ...along] = items;
    const read = new Map<string, string>();
    for (const { mailId } of along)
      read.set(mailId, (await (await as('head')).get<{ subject: string }>(`${path()}/${mailId}`)).body.subject);
    const letters = along.map(({ mailId, mark }) => ({ mailId, mark }));
    const head = await as('head');
    const [one, two] = await Promise.all([
      head.send<{ released: number }>('POST', `${path()}/release`, { letters, reason }),
      head.send<{ released: number }>('POST', `${path()}/release`, { letters, reason }),
    ]);
    expect(one.body.released + two.body.released).toBe(letters.length);
    await room.clock.runTo(new Date(Date.parse(`${call2025().announcedOn}T03:10:00.000Z`) + 4 * 86_400_000).toISOString());
    const rows = await kit.db.query<{ id: string; state: string; subject: string; acts: number }[]>(
      `SELECT o.id, o.state, d.frozen->>'subject' AS subject, (SELECT count(*)::int FROM mail_act a WHERE a.outbox_id = o.id) AS acts
         FROM outbox o LEFT JOIN delivery d ON d.id = o.delivery_id WHERE o.id = ANY($1::uuid[])`,
      [along.map(({ mailId }) => mailId)],
    );
    expect(rows.map(({ state, acts }) => ({ state, acts }))).toEqual(along.map(() => ({ state: 'sent', acts: 1 })));
    for (const row of rows) expect(row.subject).toBe(read.get(row.id));
    expect((await held()).items.map(({ mailId }) => mailId)).toEqual([stays?.mailId]);
  }, 120_000);

  it('are held again when the text changes between the reading and the sending', async () => {
    const [letter] = (await held()).items;
    if (letter?.mark == null) throw new Error('no letter is left');
    await kit.worker.stop();
    await (await as('head')).send('POST', `${path()}/release`, { letters: [{ mailId: letter.mailId, mark: letter.mark }], reason });
    await kit.db.query(
      `UPDATE application_draft SET content = content || '{"titleZh":"另一标题","titleEn":"Another title"}' WHERE project_id = $1`,
      [letter.projectId],
    );
    kit.worker = await startWorker(kit.workspace.env);
    // The day may be one on which the reader does not work: the room goes on until he does.
    await room.clock.runTo(new Date(Date.parse(`${call2025().announcedOn}T03:10:00.000Z`) + 20 * 86_400_000).toISOString());
    await waitFor(
      async () => {
        const now = (await held()).items.find((one) => one.mailId === letter.mailId);
        return now !== undefined && now.mark !== null && now.mark !== letter.mark;
      },
      { withinMs: 90_000, what: 'the letter being held again' },
    );
    const rows = await kit.db.query<{ state: string }[]>('SELECT state FROM outbox WHERE id = $1', [letter.mailId]);
    expect(rows).toEqual([{ state: 'held' }]);
  }, 150_000);
});
