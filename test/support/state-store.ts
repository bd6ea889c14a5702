import { randomUUID } from 'node:crypto';
import { callDecider, projectDecider, type CallState, type ProjectState } from '@app/domain';
import type { ApplicationContent, Sql } from '@app/persistence';
import { writeCallSummary, writeHead, writeProjectSummary, writeRegisterEntry } from '@app/persistence/ledger-writer';
import { aNotifyingProject } from './notification-builders';

const storedAt = '2025-10-20T00:00:00.000Z';

/** Stores a state as a commit would leave it, without a ledger behind it: for tests of what is read. */
export async function storeProjectState(db: Sql, state: ProjectState, roomId: string | null = null): Promise<void> {
  const view = projectDecider.toView(state);
  await writeHead(db, { kind: 'project', id: state.id }, headOf(state, view, roomId));
  const source = { state, view, rev: 1, updatedAt: storedAt, roomId };
  await writeProjectSummary(db, source);
  await writeRegisterEntry(db, source);
}

/** Stores the state of a call in the same way. */
export async function storeCallState(db: Sql, state: CallState, roomId: string | null = null): Promise<void> {
  const view = callDecider.toView(state);
  await writeHead(db, { kind: 'call', id: state.id }, headOf(state, view, roomId));
  await writeCallSummary(db, { state, view, rev: 1, updatedAt: storedAt, roomId });
}

function headOf(
  state: ProjectState | CallState,
  view: ReturnType<typeof callDecider.toView>,
  roomId: string | null,
): Parameters<typeof writeHead>[2] {
  return {
    rev: 1,
    head: 'h',
    rulesBuild: 1,
    stateSchema: state.schema,
    state,
    policyVersion: 1,
    clock: state.clock,
    roomId,
    view: { ...view, schema: 1, rev: 1, head: 'h', rollAt: 600, roll: false },
    attributes: {},
    planHash: 'p',
    closed: false,
    nextAt: null,
    nextWakeAt: null,
  };
}

/** What was handed in with a hash, written by somebody who is in the register of people. */
export async function storeHandedIn(
  db: Sql,
  projectId: string,
  content: ApplicationContent & { hash: string; savedBy: string },
): Promise<void> {
  const { hash, savedBy, ...fields } = content;
  await db.query(
    `INSERT INTO application_version (project_id, version, form_version, content, hash, saved_by) VALUES ($1, 1, 1, $2, $3, $4)`,
    [projectId, JSON.stringify(fields), hash, savedBy],
  );
}

/** A project of a stored call whose ids a database takes; nothing decided yet unless told otherwise. */
export function aStoredProject(startedBy: string, change: Partial<ProjectState> = {}): ProjectState {
  const {
    projectRef: _ref,
    officerId: _officer,
    applicationRef: _application,
    hostCountry: _host,
    fieldCode: _field,
    ...base
  } = aNotifyingProject();
  return { ...base, id: randomUUID(), startedBy, parties: [], contacts: [], stage: 'application', subState: 'draft', ...change };
}

/** An announced call of 2025 unless told otherwise. */
export function aStoredCall(createdBy: string, change: Partial<CallState> = {}): CallState {
  return {
    kind: 'call',
    schema: 1,
    id: randomUUID(),
    code: 'LMGF-2025',
    programme: 'LMGF',
    year: 2025,
    policyVersion: 1,
    clock: { kind: 'real' },
    subState: 'closed',
    since: storedAt,
    createdBy,
    opensAt: '2025-06-03T00:00:00.000Z',
    closesAt: '2025-08-31T09:00:00.000Z',
    publishedAt: '2025-06-03T00:00:00.000Z',
    applications: [],
    referenceNumbers: {},
    freePlaces: 0,
    freedBy: [],
    proposals: [],
    deadlines: [],
    series: {},
    ...change,
  };
}
