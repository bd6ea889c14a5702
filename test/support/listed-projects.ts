import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { countries, projectDecider, type Country, type Deadline, type ProjectState } from '@app/domain';
import { addDocument, addOrganization, addPerson, type createDataSource } from '@app/persistence';
import { writeHead } from '../../libs/persistence/src/ledger/entity-heads';
import { writeProjectSummary } from '../../libs/persistence/src/project/project-summary';
import { aContact, aDeadline, aNotifyingProject } from './notification-builders';

type Database = ReturnType<typeof createDataSource>;

/** People and organizations that listed projects name. */
export interface Cast {
  officers: string[];
  leads: string[];
  hosts: string[];
  contacts: string[];
}

const dayMs = 86_400_000;
const places = [
  ['mou', 'signing'],
  ['construction', 'building'],
  ['review', 'checking'],
  ['closed', 'archived'],
] as const;

/** Random projects over a cast: everything the list filters or sorts by differs. Their clocks are real; deadlines lie around now. */
export function someProjects(cast: Cast, count: number, nowMs: number): ProjectState[] {
  const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
  const one = fc
    .record({
      place: fc.constantFrom(...places),
      country: maybe(fc.constantFrom<Country>(...countries)),
      officer: maybe(fc.constantFrom(...cast.officers)),
      lead: fc.constantFrom(...cast.leads),
      host: fc.constantFrom(...cast.hosts),
      contact: fc.constantFrom(...cast.contacts),
      field: fc.constantFrom('LOG', 'CON', 'NEV'),
      inDays: maybe(fc.integer({ min: -40, max: 40 })),
      owner: fc.constantFrom('AC' as const, 'CO' as const, 'PL' as const),
      held: fc.boolean(),
      frozen: fc.boolean(),
      sinceDays: fc.integer({ min: 0, max: 200 }),
    })
    .map((wish): ProjectState => {
      const { projectRef: _ref, hostCountry: _country, officerId: _officer, ...base } = aNotifyingProject();
      const [stage, subState] = wish.place;
      const id = randomUUID();
      return {
        ...base,
        id,
        callId: cast.leads[0] ?? id,
        stage,
        subState,
        startedBy: wish.contact,
        since: new Date(nowMs - wish.sinceDays * dayMs).toISOString(),
        applicationRef: `LMGF-2025-A-${id.slice(0, 4)}`,
        parties: [
          { organizationId: wish.lead, role: 'LEAD', country: 'CN' },
          { organizationId: wish.host, role: 'HOST', country: wish.country ?? 'LA' },
        ],
        contacts: [aContact(wish.contact, wish.lead)],
        fieldCode: wish.field,
        deadlines: wish.inDays === undefined ? [] : [deadlineIn(wish.inDays, wish.owner, nowMs)],
        ...(wish.country === undefined ? {} : { hostCountry: wish.country }),
        ...(wish.officer === undefined ? {} : { officerId: wish.officer }),
        ...(wish.held
          ? { hold: { kind: 'hold' as const, reasonCode: 'REQUEST', from: base.since, heldOn: base.since.slice(0, 10), automatic: false } }
          : {}),
        ...(wish.frozen ? { frozenAt: '2025-08-31T09:00:00.000Z' } : {}),
        ...(stage === 'closed' ? { outcome: 'completed' as const } : {}),
      };
    });
  return fc.sample(one, { numRuns: count, seed: 20_251_128 });
}

/** An hour away from the day's border, so that no test runs across one. */
function deadlineIn(days: number, role: 'AC' | 'CO' | 'PL', nowMs: number): Deadline {
  const endsAt = new Date(nowMs + days * dayMs + 3_600_000).toISOString();
  return aDeadline({ endsAt, dueOn: endsAt.slice(0, 10), owner: { role } });
}

/** Writes a project as `commit` leaves it, but for its ledger. */
export async function storeProject(db: Database, state: ProjectState): Promise<void> {
  const view = projectDecider.toView(state);
  const written = {
    rulesBuild: 1,
    stateSchema: state.schema,
    policyVersion: 1,
    attributes: {},
    planHash: 'p',
    nextAt: null,
    nextWakeAt: null,
  };
  await db.transaction(async (tx) => {
    const shellView = { ...view, schema: 1 as const, rev: 1, head: 'h', rollAt: 600, roll: false };
    const head = { rev: 1, head: 'h', state, clock: state.clock, roomId: null, view: shellView, closed: view.closed };
    await writeHead(tx, { kind: 'project', id: state.id }, { ...written, ...head });
    await writeProjectSummary(tx, { state, view, rev: 1, updatedAt: state.since, roomId: null });
  });
}

/** Saves what an applicant wrote. */
export async function storeTitles(db: Database, state: ProjectState, titles: { titleZh?: string; titleEn?: string }): Promise<void> {
  await db.query(
    `INSERT INTO application_draft (project_id, form_version, version, content, hash, saved_by) VALUES ($1, 1, 1, $2, $3, $4)
     ON CONFLICT (project_id) DO UPDATE SET content = excluded.content`,
    [state.id, JSON.stringify(titles), 'a'.repeat(64), state.startedBy],
  );
}

/** Stores the name of a file of a project. */
export async function storeFileName(db: Database, state: ProjectState, fileName: string): Promise<void> {
  const file = { documentId: randomUUID(), type: 'PHOTO', language: null, mediaType: 'image/png', sizeBytes: 1, sha256: 'b'.repeat(64) };
  await addDocument(db, { ...file, entityKind: 'project', entityId: state.id, fileName, uploadedBy: state.startedBy });
}

/** Adds a person with a name in two scripts. */
export async function storePerson(db: Database, fullName: string, latinName: string): Promise<string> {
  const id = randomUUID();
  const mail = { emails: [`${id}@example.org`], mailLanguage: 'en' };
  await addPerson(db, { id, fullName, latinName, addressAs: fullName, ...mail, country: 'CN', zone: 'Asia/Shanghai' });
  return id;
}

/** Adds an organization with its names and one other spelling. */
export async function storeOrganization(db: Database, nameZh: string, nameEn: string, alias?: string): Promise<string> {
  const id = randomUUID();
  const aliases = alias === undefined ? [] : [{ text: alias, language: 'en', source: 'test' }];
  await addOrganization(db, { id, nameZh, nameEn, kind: 'college', country: 'CN', aliases });
  return id;
}
