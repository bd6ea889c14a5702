import { randomUUID } from 'node:crypto';
import type { Actor, Instant, ProjectState, StandingRole } from '@app/domain';
import {
  addOrganization,
  addPerson,
  createDataSource,
  createRuleData,
  findHead,
  saveApplicationDraft,
  storeCallMaterial,
  type ApplicationContent,
  type CommandOutcome,
  type DraftContact,
  type EntityKey,
} from '@app/persistence';
import { commitTransaction, type Committed } from '../../apps/worker/src/commit/commit-transaction';
import type { CommitTools } from '../../apps/worker/src/commit/open-session';
import { createPlayer, type Player } from '../../apps/worker/src/engine/player';
import { freshDatabase, type FreshDatabase } from './fresh-database';
import { waitFor } from './wait-for';

/** Settings of a test's connections. */
export const databaseSettings = { poolSize: 60, statementTimeoutMs: 10_000, lockTimeoutMs: 10_000, idleInTransactionTimeoutMs: 8_000 };

/** A call in a room of a rehearsal, with people, on a database of its own; time is the room's. */
export interface CommitKit {
  database: FreshDatabase;
  db: ReturnType<typeof createDataSource>;
  tools: CommitTools;
  player: Player;
  roomId: string;
  call: EntityKey;
  people: Record<'applicant' | 'legal' | 'partner' | 'firm' | 'officer' | 'head' | 'secondHead' | 'chair', Actor & { kind: 'person' }>;
  organizations: { lead: string; host: string; enterprise: string };
  /** Sets the room's time. */
  setTime(at: Instant): Promise<void>;
  /** Gives a command at the room's time; a refusal fails the test unless `mayRefuse`. */
  give(entity: EntityKey, type: string, payload: unknown, actor: Actor, at: Instant): Promise<CommandOutcome>;
  commit(entity: EntityKey, command: { id: string; type: string; actor: Actor; payload: unknown }): Promise<Committed>;
  stateOf(entity: EntityKey): Promise<ProjectState>;
  close(): Promise<void>;
}

/** Opening and closing of the kit's call. */
export const opensAt = '2025-06-03T00:00:00.000Z';
/** Closing: 31 August 2025, 17:00 Beijing. */
export const closesAt = '2025-08-31T09:00:00.000Z';

const roles: Record<keyof CommitKit['people'], StandingRole[]> = {
  applicant: [],
  legal: [],
  partner: [],
  firm: [],
  officer: ['CO'],
  head: ['SH'],
  secondHead: ['SH'],
  chair: ['CH'],
};

/** What a test may change of its call. */
export interface KitWish {
  policyVersion?: number;
  /** Runs before the call is made: publishes that policy, say. */
  prepare?(db: CommitKit['db']): Promise<void>;
}

/** A database with base data, people and a published call that is open from `opensAt` on, in a room whose time is 3 June 2025, 10:00 Beijing. */
export async function openCommitKit(wish: KitWish = {}): Promise<CommitKit> {
  const database = await freshDatabase();
  const db = createDataSource({ ...databaseSettings, url: database.appUrl }, 'commit-test');
  await db.initialize();
  const tools: CommitTools = {
    ruleData: createRuleData(),
    production: false,
    rollAt: 600,
    onFailure: () => undefined,
  };
  const player = createPlayer(db, tools);
  const roomId = randomUUID();
  await db.query('INSERT INTO room (id, name, room_now) VALUES ($1, $2, $3)', [roomId, 'test', '2025-06-02T02:00:00.000Z']);
  const organizations = await seedOrganizations(db);
  const people = await seedPeople(db, organizations);
  const call: EntityKey = { kind: 'call', id: randomUUID() };
  const kit: CommitKit = {
    database,
    db,
    tools,
    player,
    roomId,
    call,
    people,
    organizations,
    setTime: async (at) =>
      void (await db.query('UPDATE room SET room_now = greatest(room_now, $2::timestamptz) WHERE id = $1', [roomId, at])),
    give: async (entity, type, payload, actor, at) => {
      await kit.setTime(at);
      return player.give(entity, { type, payload, actor, at });
    },
    commit: async (entity, command) => {
      const head = await findHead(db, entity);
      const input = { entity, command, viewRev: head?.rev ?? 0, viewHead: head?.head ?? '', now: Date.now() };
      return db.transaction((tx) => commitTransaction(tx, tools, input));
    },
    stateOf: async (entity) => (await findHead(db, entity))?.state as ProjectState,
    close: async () => {
      await db.destroy();
      // The server's own vacuum may be at work in it for a moment, and nobody may end that.
      await waitFor(
        () =>
          database.drop().then(
            () => true,
            () => false,
          ),
        { withinMs: 20_000, what: 'the test database being dropped' },
      );
    },
  };
  await wish.prepare?.(db);
  await publishCall(kit, wish.policyVersion ?? 1);
  return kit;
}

async function publishCall(kit: CommitKit, policyVersion: number): Promise<void> {
  const { call, people, roomId } = kit;
  const clock = { kind: 'conducted', roomId };
  const created = { code: 'LMGF-2025', programme: 'LMGF', year: 2025, opensAt, closesAt, policyVersion, clock };
  await expectApplied(kit.give(call, 'CreateCall', created, people.head, '2025-06-02T02:00:00.000Z'));
  for (const language of ['zh', 'en']) await storeCallMaterial(kit.db, { callId: call.id, kind: 'notice', language, content: {} });
  const proposalId = randomUUID();
  await kit.player.give(call, { id: proposalId, type: 'PublishCall', payload: {}, actor: people.head, at: '2025-06-02T02:01:00.000Z' });
  await expectApplied(kit.give(call, 'ConfirmProposal', { proposalId }, people.secondHead, '2025-06-02T02:02:00.000Z'));
  await kit.setTime('2025-06-03T02:00:00.000Z');
  await kit.player.wake(call);
}

/** Fails unless the command was applied; answers its outcome. */
export async function expectApplied(given: Promise<CommandOutcome>): Promise<CommandOutcome> {
  const outcome = await given;
  if (outcome.status !== 'applied') throw new Error(`not applied: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** Starts a draft under the kit's call and answers its project. */
export async function startProject(kit: CommitKit, at: Instant): Promise<EntityKey> {
  const project: EntityKey = { kind: 'project', id: randomUUID() };
  await expectApplied(kit.give(project, 'StartApplication', { callId: kit.call.id }, kit.people.applicant, at));
  return project;
}

/** Saves a complete draft; answers what a submission names. */
export async function completeDraft(
  kit: CommitKit,
  project: EntityKey,
  change: Partial<ApplicationContent> = {},
): Promise<{ draftVersion: number; draftHash: string; signedBy: string; signature: { documentId: string; sha256: string } }> {
  const { lead, host, enterprise } = kit.organizations;
  const { applicant, legal, partner, firm } = kit.people;
  const contact = (personId: string, organizationId: string, more: Partial<DraftContact>): DraftContact => ({
    personId,
    organizationId,
    rights: ['view'],
    primary: false,
    legalRepresentative: false,
    lead: false,
    officeHead: false,
    ...more,
  });
  const content: ApplicationContent = {
    ...Object.fromEntries(
      ['needsAnalysis', 'goals', 'trainingPlan', 'siteAndEquipment', 'featureStatement', 'risks'].map((name) => [name, 'text']),
    ),
    titleZh: `工坊 ${project.id}`,
    titleEn: project.id,
    type: 'new',
    hostCountry: 'LA',
    hostCity: 'Vientiane',
    siteAddress: project.id,
    fieldCode: 'LOG',
    durationMonths: 12,
    budgetCny: '500000.00',
    sustainability: 'text',
    submissionLanguage: 'zh',
    declaredTrue: true,
    parties: [
      { organizationId: lead, role: 'LEAD' },
      { organizationId: host, role: 'HOST' },
      { organizationId: enterprise, role: 'ENTERPRISE' },
    ],
    contacts: [
      contact(applicant.personId, lead, { rights: ['view', 'edit'], primary: true, lead: true }),
      contact(legal.personId, lead, { rights: ['sign'], legalRepresentative: true }),
      contact(partner.personId, host, { rights: ['sign'], primary: true, legalRepresentative: true }),
      contact(firm.personId, enterprise, { rights: ['sign'], primary: true, legalRepresentative: true }),
    ],
    documents: [
      'LEGAL_PERSON_CERTIFICATE',
      'PARTNER_LETTER',
      'ENTERPRISE_INTENT',
      'SITE_PROOF',
      'BUDGET',
      'FORM',
      'AUTHORIZATION_LETTER',
    ].map((type) => ({ type, documentId: randomUUID(), sha256: 'a'.repeat(64) })),
    ...change,
  };
  const saved = await kit.db.transaction((tx) => saveApplicationDraft(tx, project.id, { content, seen: 0, by: applicant.personId }));
  if (!saved.ok) throw new Error('the draft was saved before');
  const signature = { documentId: randomUUID(), sha256: 'b'.repeat(64) };
  return { draftVersion: saved.version, draftHash: saved.hash, signedBy: legal.personId, signature };
}

async function seedOrganizations(db: CommitKit['db']): Promise<CommitKit['organizations']> {
  const ids = { lead: randomUUID(), host: randomUUID(), enterprise: randomUUID() };
  const base = { kind: 'vocational-college', nameZh: '学院', nameEn: 'College' };
  await addOrganization(db, { ...base, id: ids.lead, country: 'CN', inYunnan: true });
  await addOrganization(db, { ...base, id: ids.host, country: 'LA', nameEn: 'Host college' });
  await addOrganization(db, { ...base, id: ids.enterprise, country: 'LA', kind: 'enterprise', nameEn: 'Firm', operatesIn: ['LA'] });
  return ids;
}

async function seedPeople(db: CommitKit['db'], organizations: CommitKit['organizations']): Promise<CommitKit['people']> {
  const entries = await Promise.all(
    (Object.keys(roles) as (keyof typeof roles)[]).map(async (name) => {
      const id = randomUUID();
      const host = name === 'partner' || name === 'firm';
      await addPerson(db, {
        id,
        fullName: name,
        latinName: name,
        addressAs: name,
        organizationId: host ? organizations.host : organizations.lead,
        mailLanguage: 'en',
        country: host ? 'LA' : 'CN',
        zone: host ? 'Asia/Vientiane' : 'Asia/Shanghai',
        emails: [`${name}.${id}@example.org`],
        roles: roles[name],
      });
      return [name, { kind: 'person', personId: id, roles: roles[name], country: host ? 'LA' : 'CN' }];
    }),
  );
  return Object.fromEntries(entries) as CommitKit['people'];
}
