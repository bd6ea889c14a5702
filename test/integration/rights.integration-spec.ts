import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  canRead,
  canReadCall,
  canReadComments,
  canReadContent,
  countries,
  projectDecider,
  standingRoles,
  type Actor,
  type CallState,
  type Contact,
  type ProjectState,
  type StandingRole,
} from '@app/domain';
import {
  commentsOf,
  commentsReadableAmong,
  countProjects,
  createDataSource,
  listCalls,
  listProjects,
  readableAmong,
} from '@app/persistence';
import { refreshAllSearch } from '@app/persistence/ledger-writer';
import { writeHead } from '../../libs/persistence/src/ledger/entity-heads';
import { writeProjectSummary } from '../../libs/persistence/src/project/project-summary';
import { databaseSettings } from '../support/commit-kit';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database';
import { aContact, aNotifyingProject } from '../support/notification-builders';

type PersonActor = Extract<Actor, { kind: 'person' }>;

const people: string[] = Array.from({ length: 6 }, () => randomUUID());
const projectCount = 150;
const someone = fc.constantFrom(...people);
const assignmentStates = ['proposed', 'invited', 'accepted', 'declared', 'done', 'released', 'conflict', 'replaced'] as const;

/** Whatever the rule of reading looks at, at random; nothing else matters here. */
const aState: fc.Arbitrary<ProjectState> = fc
  .record({
    startedBy: someone,
    contacts: fc.uniqueArray(someone, { maxLength: 3 }),
    experts: fc.uniqueArray(fc.tuple(someone, fc.constantFrom(...assignmentStates)), { maxLength: 3, selector: ([personId]) => personId }),
    hostCountry: fc.option(fc.constantFrom(...countries), { nil: undefined }),
    announced: fc.boolean(),
    accepted: fc.boolean(),
    frozen: fc.boolean(),
  })
  .map(({ startedBy, contacts, experts, hostCountry, announced, accepted, frozen }) => {
    const { projectRef: _ref, hostCountry: _host, officerId: _officer, ...base } = aNotifyingProject();
    return {
      ...base,
      id: randomUUID(),
      callId: randomUUID(),
      startedBy,
      parties: [],
      contacts: contacts.map((personId): Contact => aContact(personId, randomUUID())),
      check: { items: {}, rounds: [], ...(accepted ? { acceptedAt: '2025-09-05T00:00:00.000Z' } : {}) },
      review: {
        assignments: experts.map(([expertId, state], order) => ({ expertId, order, state, country: 'LA', outsideYunnan: true })),
        sheets: [],
      },
      deadlines: [],
      ...(announced ? { projectRef: `LMGF-2025-${randomUUID()}` } : {}),
      ...(hostCountry === undefined ? {} : { hostCountry }),
      ...(frozen ? { frozenAt: '2025-08-31T09:00:00.000Z' } : {}),
    };
  });

const actors: PersonActor[] = people.flatMap((personId, at) => {
  const country = countries[at % countries.length] ?? 'CN';
  const one = (...roles: StandingRole[]): PersonActor => ({ kind: 'person', personId, roles, country });
  return [one(), ...standingRoles.map((role) => one(role)), one('EX', 'MR'), one('CH', 'EX')];
});

describe('what each role sees in lists', () => {
  let database: FreshDatabase;
  let db: ReturnType<typeof createDataSource>;
  let states: ProjectState[];

  beforeAll(async () => {
    database = await freshDatabase();
    db = createDataSource({ ...databaseSettings, url: database.appUrl }, 'rights-test');
    await db.initialize();
    states = fc.sample(aState, projectCount);
    for (const state of states) await store(state);
  }, 120_000);
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  async function store(state: ProjectState): Promise<void> {
    const view = projectDecider.toView(state);
    const updatedAt = '2026-01-05T00:00:00.000Z';
    await db.transaction(async (tx) => {
      await writeHead(
        tx,
        { kind: 'project', id: state.id },
        {
          rev: 1,
          head: 'h',
          rulesBuild: 1,
          stateSchema: state.schema,
          state,
          policyVersion: 1,
          clock: state.clock,
          roomId: null,
          view: { ...view, schema: 1, rev: 1, head: 'h', rollAt: 600, roll: false },
          attributes: {},
          planHash: 'p',
          closed: false,
          nextAt: null,
          nextWakeAt: null,
        },
      );
      await writeProjectSummary(tx, { state, view, rev: 1, updatedAt, roomId: null });
    });
  }

  const nameOf = (actor: PersonActor): string => `person ${people.indexOf(actor.personId)} ${actor.roles.join('+')}`;

  it('equals what canRead allows, line by line, for every role', async () => {
    const seen: Record<string, number> = {};
    const shown: Record<string, number> = {};
    for (const actor of actors) {
      const allowed = states
        .filter((state) => canRead(actor, state))
        .map((state) => state.id)
        .sort();
      const lines = await listProjects(db, actor, { sort: '-updated', limit: 200 });
      expect([nameOf(actor), lines.map((line) => line.id).sort()]).toEqual([nameOf(actor), allowed]);
      expect([
        nameOf(actor),
        [
          ...(await readableAmong(
            db,
            actor,
            states.map((state) => state.id),
          )),
        ].sort(),
      ]).toEqual([nameOf(actor), allowed]);
      const counted = (await countProjects(db, actor)).reduce((sum, row) => sum + row.count, 0);
      expect([nameOf(actor), counted]).toEqual([nameOf(actor), allowed.length]);
      for (const role of actor.roles.length === 0 ? ['none'] : actor.roles) {
        seen[role] = (seen[role] ?? 0) + allowed.length;
        shown[role] = (shown[role] ?? 0) + projectCount;
      }
    }
    // The data really tells the roles apart: nobody but those who read all sees all, and nobody sees nothing at all.
    expect(seen['MR']).toBeLessThan(shown['MR'] ?? 0);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it('shows titles only to whom canReadContent allows', async () => {
    for (const state of states) {
      const content = JSON.stringify({ titleEn: `title of ${state.id}` });
      await db.query(
        `INSERT INTO person (id, full_name, latin_name, address_as, country, zone) VALUES ($1, 'p', 'p', 'p', 'CN', 'Asia/Shanghai') ON CONFLICT DO NOTHING`,
        [state.startedBy],
      );
      await db.query(
        `INSERT INTO application_draft (project_id, form_version, version, content, hash, saved_by) VALUES ($1, 1, 1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [state.id, content, 'a'.repeat(64), state.startedBy],
      );
    }
    await refreshAllSearch(db);
    for (const actor of actors) {
      const lines = await listProjects(db, actor, { sort: 'reference', limit: 200 });
      const shown = lines.filter((line) => line.titleEn !== null).map((line) => line.id);
      const allowed = states.filter((state) => canReadContent(actor, state)).map((state) => state.id);
      expect([nameOf(actor), shown.sort()]).toEqual([nameOf(actor), allowed.sort()]);
      const found = await listProjects(db, actor, { sort: 'reference', limit: 200, q: 'title of' });
      expect([nameOf(actor), found.map((line) => line.id).sort()]).toEqual([nameOf(actor), allowed]);
    }
  });

  it('shows comments of colleagues only to whom canReadComments allows', async () => {
    const ids = states.map((state) => state.id);
    const [commented] = states;
    if (commented === undefined) throw new Error('there is no project');
    await db.query(
      `INSERT INTO person (id, full_name, latin_name, address_as, country, zone) VALUES ($1, 'p', 'p', 'p', 'CN', 'Asia/Shanghai') ON CONFLICT DO NOTHING`,
      [commented.startedBy],
    );
    await db.query(`INSERT INTO project_comment (id, project_id, author_id, body) VALUES ($1, $2, $3, 'inside')`, [
      randomUUID(),
      commented.id,
      commented.startedBy,
    ]);
    let readers = 0;
    for (const actor of actors) {
      const allowed = states.filter((state) => canReadComments(actor, state)).map((state) => state.id);
      expect([nameOf(actor), [...(await commentsReadableAmong(db, actor, ids))].sort()]).toEqual([nameOf(actor), allowed.sort()]);
      expect([nameOf(actor), (await commentsOf(db, actor, commented.id)).length]).toEqual([
        nameOf(actor),
        allowed.includes(commented.id) ? 1 : 0,
      ]);
      readers += allowed.length > 0 ? 1 : 0;
    }
    expect([readers > 0, readers < actors.length]).toEqual([true, true]);
  });

  it('gives every line exactly once over pages, in each order', async () => {
    const actor: PersonActor = { kind: 'person', personId: people[0] ?? '', roles: ['SH'] };
    for (const sort of ['-updated', 'deadline', '-reference', 'since'] as const) {
      const ids: string[] = [];
      let after: { key: string; id: string } | undefined;
      do {
        const lines = await listProjects(db, actor, { sort, limit: 7, ...(after === undefined ? {} : { after }) });
        const page = lines.slice(0, 7);
        ids.push(...page.map((line) => line.id));
        const last = page.at(-1);
        after = lines.length > 7 && last !== undefined ? { key: last.sortKey, id: last.id } : undefined;
      } while (after !== undefined);
      expect([sort, ids.length, new Set(ids).size]).toEqual([sort, projectCount, projectCount]);
    }
  });

  it('shows calls that are still prepared only to whom canReadCall allows', async () => {
    const subStates: CallState['subState'][] = ['draft', 'published', 'open'];
    for (const subState of subStates) {
      await db.query(
        `INSERT INTO call_summary (id, rev, code, programme, year, sub_state, opens_at, closes_at, policy_version, applications, closed, clock, since, updated_at)
         VALUES ($1, 1, $2, 'LMGF', 2025, $3, now(), now(), 1, 0, false, '{"kind":"real"}', now(), now())`,
        [randomUUID(), `CALL-${subState}`, subState],
      );
    }
    for (const actor of actors) {
      const allowed = subStates.filter((subState) => canReadCall(actor, { subState }));
      expect([nameOf(actor), (await listCalls(db, actor)).map((line) => line.subState).sort()]).toEqual([nameOf(actor), allowed.sort()]);
    }
  });
});
