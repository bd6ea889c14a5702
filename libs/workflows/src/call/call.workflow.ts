import { runEntity } from '../entity/entity-shell';
import type { EntityInput } from '../entity/entity.contract';

/** The life of one call, from its preparation to its announcement. */
export async function callWorkflow(input: EntityInput): Promise<void> {
  await runEntity({ kind: 'call', id: input.id }, input.carry);
}
