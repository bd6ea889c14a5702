import type { ProjectState } from '@app/domain';
import { findHead, type EntityKey, type Sql } from '@app/persistence';

/** Id of the latest proposal of an entity that waits for a second person. Throws when nothing waits. */
export async function openProposalOf(db: Sql, entity: EntityKey): Promise<string> {
  const proposal = ((await findHead(db, entity))?.state as ProjectState | undefined)?.proposals.at(-1);
  if (proposal === undefined) throw new Error('nothing waits for a second person');
  return proposal.proposalId;
}
