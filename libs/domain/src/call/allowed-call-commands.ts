import type { Actor } from '../people/roles';
import { mayCommandCall } from './call-permissions';
import type { ViolationCode } from '../shared/violation-codes';
import type { CallCommandType } from './call.commands';
import type { CallState } from './call.state';

/** A command an actor may see on a call: possible now, or not and why. */
export interface AllowedCallCommand {
  type: CallCommandType;
  possible: boolean;
  why?: ViolationCode;
}

/** What people ask of a call that exists; the rest is its creation, the clock's or a project's. */
type AskedByPeople = Exclude<
  CallCommandType,
  'CreateCall' | 'CountApplication' | 'FreePlace' | 'ReclaimPlace' | 'Wake' | 'Sync' | 'Replan'
>;

const possibleIn: Record<AskedByPeople, (state: CallState, personId: string) => boolean> = {
  PublishCall: (s) => s.subState === 'draft',
  FixRanking: (s) => s.subState === 'closed' || s.subState === 'reviewing',
  PrepareProposal: (s) => s.subState === 'reviewing',
  DecideProposal: (s) => s.subState === 'deciding' && s.decision === undefined,
  StartPublicNotice: (s) => s.subState === 'deciding' && s.decision !== undefined,
  AnnounceProjects: (s) => s.decision !== undefined && s.announcedOn === undefined,
  ConfirmProposal: (s, personId) => s.proposals.some((p) => p.proposedBy !== personId),
  RejectProposal: (s) => s.proposals.length > 0,
};

/** The commands a person may give to a call by his role, each with whether it is possible now. The rule itself decides. */
export function allowedCallCommands(state: CallState, actor: Actor): AllowedCallCommand[] {
  if (actor.kind === 'system') return [];
  const types = (Object.keys(possibleIn) as AskedByPeople[]).filter((type) => mayCommandCall(actor, type));
  return types.map((type) => {
    const possible = possibleIn[type](state, actor.personId);
    return possible ? { type, possible } : { type, possible, why: 'WRONG_STAGE' as const };
  });
}
