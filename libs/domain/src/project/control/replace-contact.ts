import type { Contact, PersonFacts } from '../../shared/facts';
import type { DecideContext } from '../../shared/decision';
import { propose } from '../../shared/four-eyes';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import type { ControlCommand } from './control.commands';
import { takenOver } from './taken-over';

function refusalOf(left: Contact, person: PersonFacts | undefined): ReturnType<typeof refuse> | undefined {
  if (left.lead) return refuse('ONLY_BY_AMENDMENT', 'the leader changes by amendment', { path: 'contacts/leader' });
  if (person?.active === true && person.organizationId === left.organizationId) return undefined;
  return refuse('UNKNOWN_OBJECT', 'this is nobody of the same organization', { organizationId: left.organizationId });
}

/**
 * Puts another person of the same organization in the place of a contact who left without handing over, as the Secretariat's head with a second person. The
 * project's leader is the contract's: he changes by amendment only. Mails and tasks follow the role, so the next ones go to the new holder.
 */
export function decideReplaceContact(
  state: ProjectState,
  command: Extract<ControlCommand, { type: 'ReplaceContact' }>,
  ctx: DecideContext,
  confirmed: boolean,
): ProjectDecision {
  const { personId, byPersonId } = command.payload;
  const { actor, reason, now: at } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock replaces nobody');
  const left = state.contacts.find((one) => one.personId === personId);
  if (left === undefined || personId === byPersonId) return refuse('UNKNOWN_OBJECT', 'there is no such contact to replace', { personId });
  const refusal = refusalOf(left, ctx.facts.people?.[byPersonId]);
  if (refusal !== undefined) return refusal;
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  if (!confirmed) return propose<ProjectEvent>(state, command, ctx);
  const known = state.contacts.find((one) => one.personId === byPersonId);
  return happened({ type: 'ContactReplaced', personId, contact: takenOver(left, byPersonId, known), by: actor.personId, reason, at });
}
