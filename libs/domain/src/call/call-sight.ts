import type { Actor, StandingRole } from '../people/roles';

const staff: readonly StandingRole[] = ['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC'];
const inside: readonly StandingRole[] = [...staff, 'CH', 'OB'];
const secretariat: readonly StandingRole[] = ['CO', 'SH', 'AR', 'AD'];

function holds(actor: Actor, roles: readonly StandingRole[]): boolean {
  return actor.kind === 'system' || actor.roles.some((role) => roles.includes(role));
}

/**
 * Whether an actor may see the figures of a call's applications and of their check: the Secretariat, the council and auditors, who may see every
 * project. Everybody else sees his own files only, and figures over a part would look like figures over all.
 */
export function seesApplicationFigures(actor: Actor): boolean {
  return holds(actor, staff);
}

/** Whether an actor may see who judges, how far they are, the ranking and what was decided on it: the above, the panel's chair and the observer. */
export function seesReviewOfCall(actor: Actor): boolean {
  return holds(actor, inside);
}

/** Whether an actor may be told how many drafts are nearly complete: the Secretariat, as a number only, since content is sealed until closing. */
export function seesDraftProgress(actor: Actor): boolean {
  return holds(actor, secretariat);
}
