import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  canRead,
  openTasks,
  projectDecider,
  standingRoles,
  type Actor,
  type Deadline,
  type Owner,
  type ProjectState,
  type StandingRole,
} from '@app/domain';
import { createDataSource, openTasksOf, waitingProjects } from '@app/persistence';
import { writeHead } from '../../libs/persistence/src/ledger/entity-heads';
import { writeProjectSummary } from '../../libs/persistence/src/project/project-summary';
import { databaseSettings } from '../support/commit-kit';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database';
import { aContact, aDeadline, aNotifyingProject } from '../support/notification-builders';

type PersonActor = Extract<Actor, { kind: 'person' }>;

const people: string[] = Array.from({ length: 6 }, () => randomUUID());
const organizations: string[] = [randomUUID(), randomUUID()];
const projectCount = 120;
const someone = fc.constantFrom(...people);
const ladders = ['report', 'signature', 'check', 'mouDraft', 'milestone', 'scoring', 'clock'] as const;
const roles = ['AC', 'PL', 'LR', 'PC', 'PS', 'CO', 'SH', 'EX'] as const;

const anOwner: fc.Arbitrary<Owner> = fc
  .record({ role: fc.constantFrom(...roles), organizationId: fc.constantFrom(...organizations), personId: someone })
  .map(({ role, organizationId, personId }) => {
    if (role === 'EX') return { role, personId };
    return role === 'CO' || role === 'SH' ? { role } : { role, organizationId };
  });

const someDeadlines: fc.Arbitrary<Deadline[]> = fc
  .uniqueArray(
    fc.record({ ladder: fc.constantFrom(...ladders), owner: anOwner, days: fc.integer({ min: -40, max: 400 }), frozen: fc.boolean() }),
    {
      maxLength: 4,
      selector: ({ ladder }) => ladder,
    },
  )
  .map((list) =>
    list.map(({ ladder, owner, days, frozen }) => {
      const endsAt = new Date(Date.UTC(2026, 0, 1, 16) + days * 86_400_000).toISOString();
      return aDeadline({
        ladder,
        object: '-',
        owner,
        endsAt,
        dueOn: endsAt.slice(0, 10),
        ...(frozen ? { frozen: { unitsLeft: 3, heldOn: '2025-12-01' } } : {}),
      });
    }),
  );

/** Whatever tasks come from, at random; nothing else matters here. */
const aState: fc.Arbitrary<ProjectState> = fc
  .record({
    contacts: fc.uniqueArray(fc.tuple(someone, fc.constantFrom(...organizations), fc.boolean(), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
      selector: ([personId]) => personId,
    }),
    officer: fc.option(someone, { nil: undefined }),
    expert: someone,
    deadlines: someDeadlines,
    proposedBy: fc.option(someone, { nil: undefined }),
  })
  .map(({ contacts, officer, expert, deadlines, proposedBy }) => {
    const { officerId: _officer, ...base } = aNotifyingProject();
    const [lead = '', host = ''] = organizations;
    return {
      ...base,
      id: randomUUID(),
      callId: randomUUID(),
      projectRef: `LMGF-2025-${randomUUID()}`,
      startedBy: randomUUID(),
      parties: [
        { organizationId: lead, role: 'LEAD', country: 'CN' },
        { organizationId: host, role: 'HOST', country: 'LA' },
      ],
      contacts: contacts.map(([personId, organizationId, legalRepresentative, edits]) =>
        aContact(personId, organizationId, { legalRepresentative, lead: edits, rights: edits ? ['edit'] : ['view'] }),
      ),
      review: { assignments: [{ expertId: expert, order: 1, state: 'declared', country: 'LA', outsideYunnan: true }], sheets: [] },
      deadlines: deadlines.map((one) => (one.owner.role === 'EX' ? { ...one, owner: { role: 'EX' as const, personId: expert } } : one)),
      ...(officer === undefined ? {} : { officerId: officer }),
      proposals:
        proposedBy === undefined
          ? []
          : [
              {
                proposalId: randomUUID(),
                commandType: 'Hold',
                payload: {},
                proposedBy,
                proposedAt: '2026-01-05T00:00:00.000Z',
                lapsesAt: '2026-01-08T16:00:00.000Z',
              },
            ],
    } satisfies ProjectState;
  });

const actors: PersonActor[] = people.flatMap((personId) => {
  const one = (...held: StandingRole[]): PersonActor => ({ kind: 'person', personId, roles: held, country: 'CN' });
  return [one(), ...standingRoles.map((role) => one(role)), one('CO', 'SH')];
});

/** The rule in plain words, beside the SQL: named, or holding a role that is asked, and not left out; only of what may be read. */
function askedOf(actor: PersonActor, states: ProjectState[]): string[] {
  return states
    .filter((state) => canRead(actor, state))
    .flatMap((state) =>
      openTasks(state)
        .filter(({ people: named, roles: asked, except }) => {
          const isAsked = named.includes(actor.personId) || asked.some((role) => actor.roles.includes(role));
          return isAsked && !except.includes(actor.personId);
        })
        .map(({ key }) => `${state.id}/${key}`),
    )
    .sort();
}

describe('what is asked of whom', () => {
  let database: FreshDatabase;
  let db: ReturnType<typeof createDataSource>;
  let states: ProjectState[];

  beforeAll(async () => {
    database = await freshDatabase();
    db = createDataSource({ ...databaseSettings, url: database.appUrl }, 'tasks-test');
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
      await writeProjectSummary(tx, { state, view, rev: 1, updatedAt: '2026-01-05T00:00:00.000Z', roomId: null });
    });
  }

  it('equals what the rule says of the states, person by person and role by role', async () => {
    let asked = 0;
    for (const actor of actors) {
      const { total, rows } = await openTasksOf(db, actor, 1_000);
      const wanted = askedOf(actor, states);
      expect(rows.map(({ id, task }) => `${id}/${task.key}`).sort()).toEqual(wanted);
      expect(total).toBe(wanted.length);
      asked += total;
    }
    expect(asked).toBeGreaterThan(500);
  }, 60_000);

  it('is the same figure as on the home page: every project in which something is asked, once', async () => {
    for (const actor of actors) {
      const { rows } = await openTasksOf(db, actor, 1_000);
      const dated = new Set(
        states.filter((state) => state.deadlines.some((one) => one.ladder !== 'clock' && !one.frozen)).map(({ id }) => id),
      );
      const mine = new Set(rows.map(({ id }) => id).filter((id) => dated.has(id)));
      expect((await waitingProjects(db, actor, 'me', 5)).total).toBe(mine.size);
    }
  }, 60_000);

  it('lists the earliest date first, what has none last, and tells how much there is beyond the page', async () => {
    const actor = actors.find(({ roles: held }) => held.includes('SH')) ?? fail();
    const all = await openTasksOf(db, actor, 1_000);
    const ends = all.rows.map(({ task }) => task.endsAt ?? '~');
    expect(ends).toEqual([...ends].sort());
    const some = await openTasksOf(db, actor, 3);
    expect(some.rows.map(({ id }) => id)).toEqual(all.rows.slice(0, 3).map(({ id }) => id));
    expect(some.total).toBe(all.total);
  });

  it('brings the deadline behind a task with its arithmetic', async () => {
    const actor = actors.find(({ roles: held }) => held.includes('SH')) ?? fail();
    const { rows } = await openTasksOf(db, actor, 1_000);
    for (const { task, deadline } of rows) {
      expect(deadline?.ladder).toBe(task.ladder);
      if (task.ladder !== undefined) expect(deadline?.because.dueOn).toBeDefined();
    }
  });
});

function fail(): never {
  throw new Error('nobody holds the role');
}
