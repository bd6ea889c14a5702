import {
  standingRoles,
  type Directory,
  type NotificationIntent,
  type NotifyingState,
  type PersonFacts,
  type StandingRole,
} from '@app/domain';
import { personFacts } from '../people/people-reader';
import type { Sql } from '../sql';

/** Everybody whom these intents may reach: the people named in the state, and who holds the standing roles they name today. */
export async function directoryFor(
  db: Sql,
  state: NotifyingState,
  intents: Pick<NotificationIntent, 'to' | 'copy' | 'owner'>[],
): Promise<Directory> {
  return directoryOf(
    db,
    [state],
    standingRolesIn(intents),
    intents.flatMap((intent) => intent.owner?.personId ?? []),
  );
}

/** Everybody whom anything about these projects may reach, for looking at many of them at once. */
export function directoryOfMany(db: Sql, states: readonly NotifyingState[], more: readonly string[]): Promise<Directory> {
  return directoryOf(db, states, [...standingRoles], more);
}

async function directoryOf(
  db: Sql,
  states: readonly NotifyingState[],
  roles: readonly string[],
  more: readonly string[],
): Promise<Directory> {
  const holders = await db.query<{ role: StandingRole; personId: string }[]>(
    `SELECT r.role, r.person_id AS "personId" FROM person_role r JOIN person p ON p.id = r.person_id
      WHERE r.role = ANY($1::text[]) AND p.active ORDER BY r.role, r.person_id`,
    [roles],
  );
  const named = [...states.flatMap(peopleNamedIn), ...more];
  const found = await personFacts(db, [...new Set([...named, ...holders.map((holder) => holder.personId)])]);
  const people: Record<string, PersonFacts> = {};
  for (const [id, facts] of Object.entries(found)) people[id] = { ...facts, filesInCall: 0 };
  const byRole = (role: StandingRole): PersonFacts[] =>
    holders.filter((holder) => holder.role === role).flatMap((holder) => people[holder.personId] ?? []);
  const unreachable = states.flatMap((state) => (state.kind === 'project' ? state.unreachable : []));
  const mailWorks = unreachable.length > 0 ? await withWorkingAddress(db, unreachable) : [];
  return { people, mailWorks, holders: Object.fromEntries(standingRoles.map((role) => [role, byRole(role)])) as Directory['holders'] };
}

/** Standing roles to be resolved; the officer's place is taken by the head until one is assigned. Experts are always named. */
function standingRolesIn(intents: Pick<NotificationIntent, 'to' | 'copy' | 'owner'>[]): string[] {
  const roles = new Set<string>(intents.flatMap(({ to, copy, owner }) => [...to, ...copy, ...(owner === undefined ? [] : [owner.role])]));
  if (roles.has('CO')) roles.add('SH');
  roles.delete('EX');
  return standingRoles.filter((role) => roles.has(role));
}

function peopleNamedIn(state: NotifyingState): string[] {
  if (state.kind === 'call') return [state.createdBy];
  const contacts = state.contacts.map((contact) => contact.personId);
  const experts = state.review.assignments.map((assignment) => assignment.expertId);
  return [state.startedBy, ...contacts, ...experts, ...(state.officerId === undefined ? [] : [state.officerId])];
}

/** Which of these people have an address that has not refused. */
async function withWorkingAddress(db: Sql, ids: string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    'SELECT DISTINCT person_id AS id FROM person_email WHERE person_id = ANY($1::uuid[]) AND bounced_at IS NULL',
    [ids],
  );
  return rows.map((row) => row.id);
}
