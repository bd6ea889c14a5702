import type { TextRef } from '@app/domain';
import { derivedId } from '../derived-id';
import { sha256 } from '../ledger/hash-chain';

/**
 * The id that follows from a run and a name in it: the command of a project, its reason, its confirmation. Made again, wherever and however often, it is
 * the same, so that a row that is sent twice is answered from the ledger.
 */
export function idInRun(runId: string, name: string): string {
  return derivedId(`${runId}/${name}`);
}

/** Where the reason of a run stands for one project. */
export function reasonInRun(runId: string, entityId: string, reason: string): TextRef {
  return { textId: idInRun(runId, `${entityId}/reason`), sha256: sha256(reason) };
}
