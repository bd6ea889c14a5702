import type { Actor, StandingRole } from '../people/roles';
import type { CallCommandType } from './call.commands';
import type { CallState } from './call.state';

/** Who may give which command to a call. */
export const callCommandRights: Record<CallCommandType, readonly StandingRole[] | readonly ['SYS']> = {
  CreateCall: ['SH'],
  PublishCall: ['SH'],
  FixRanking: ['CH'],
  PrepareProposal: ['CO'],
  DecideProposal: ['CC'],
  StartPublicNotice: ['SH'],
  AnnounceProjects: ['SH'],
  CountApplication: ['SYS'],
  FreePlace: ['SYS'],
  ReclaimPlace: ['SYS'],
  ConfirmProposal: ['SH'],
  RejectProposal: ['SH'],
  Wake: ['SYS'],
  Sync: ['SYS'],
  Replan: ['SYS'],
};

/** Whether an actor may give this command to a call. */
export function mayCommandCall(actor: Actor, type: CallCommandType): boolean {
  const rights: readonly string[] = callCommandRights[type];
  if (actor.kind === 'system') return rights.includes('SYS');
  return actor.roles.some((role) => rights.includes(role));
}

const preparers: ReadonlySet<StandingRole> = new Set(['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC']);

/** Whether an actor may see a call: everybody who is signed in once it is published; the Secretariat, the council and auditors also while it is prepared. */
export function canReadCall(actor: Actor, state: Pick<CallState, 'subState'>): boolean {
  return actor.kind === 'system' || state.subState !== 'draft' || actor.roles.some((role) => preparers.has(role));
}
