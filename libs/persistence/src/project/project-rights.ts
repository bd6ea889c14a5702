import type { Actor, StandingRole } from '@app/domain';

/** Roles that read every project (the programme's roles table). */
const readsAll: ReadonlySet<StandingRole> = new Set(['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC']);

/** Roles to whom pages show the contacts of a project whose content they may read. */
const knowsContacts: ReadonlySet<StandingRole> = new Set(['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC', 'CH', 'OB']);

/** A condition with the values it names, in order. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/**
 * The rule `canRead` as SQL, for lists: over `project_summary s`. A test compares both on random data.
 * @param first number of the first placeholder that is free
 */
export function readableProjects(actor: Actor, first: number): Condition {
  if (actor.kind === 'system' || actor.roles.some((role) => readsAll.has(role))) return { sql: 'TRUE', values: [] };
  const parts = [`s.contact_ids @> ARRAY[$${first}::uuid]`, `s.expert_ids @> ARRAY[$${first}::uuid]`];
  const values: unknown[] = [actor.personId];
  if (actor.roles.some((role) => role === 'CH' || role === 'OB')) parts.push('s.accepted_at IS NOT NULL');
  if (actor.roles.includes('MR')) {
    parts.push(`(s.project_ref IS NOT NULL AND s.host_country = $${first + 1})`);
    values.push(actor.country ?? '');
  }
  return { sql: `(${parts.join(' OR ')})`, values };
}

/** Whether what was written in an application may be shown, as SQL: the rule `canReadContent` for projects that may be read at all. */
export function readableContent(actor: Actor, first: number): Condition {
  if (actor.kind === 'system') return { sql: 'TRUE', values: [] };
  return { sql: `(s.frozen_at IS NOT NULL OR s.contact_ids @> ARRAY[$${first}::uuid])`, values: [actor.personId] };
}

/** Whose contacts this reader may know, as SQL, for projects that may be read at all: of frozen ones the Secretariat, panel and council; else his own. */
export function readableContacts(actor: Actor, first: number): Condition {
  if (actor.kind === 'system' || actor.roles.some((role) => knowsContacts.has(role))) return readableContent(actor, first);
  return { sql: `s.contact_ids @> ARRAY[$${first}::uuid]`, values: [actor.personId] };
}

const colleagues: ReadonlySet<StandingRole> = new Set(['CO', 'SH', 'AR', 'AD']);

/** The rule `canReadComments` as SQL, over `project_summary s`. A test compares both on random data. */
export function readableComments(actor: Actor, first: number): Condition {
  if (actor.kind === 'system' || !actor.roles.some((role) => colleagues.has(role))) return { sql: 'FALSE', values: [] };
  return {
    sql: `NOT (s.contact_ids @> ARRAY[$${first}::uuid] OR s.expert_ids @> ARRAY[$${first}::uuid])`,
    values: [actor.personId],
  };
}
