import type { CallFacts, CallState } from '@app/domain';
import { findHead } from '../ledger/entity-heads';
import type { Sql } from '../sql';

/** What a project's rules may know of their call; nothing when there is no such call. */
export async function callFacts(db: Sql, callId: string): Promise<CallFacts | undefined> {
  const state = (await findHead(db, { kind: 'call', id: callId }))?.state as CallState | undefined;
  return state === undefined ? undefined : callFactsOf(state);
}

/** The same of a state at hand. */
export function callFactsOf(state: CallState): CallFacts {
  const { id, code, programme, year, subState, opensAt, closesAt, policyVersion, clock } = state;
  return { callId: id, code, programme, year, subState, opensAt, closesAt, policyVersion, clock };
}
