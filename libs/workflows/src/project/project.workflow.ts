import { runEntity } from '../entity/entity-shell';
import type { EntityInput } from '../entity/entity.contract';

/** The life of one project, from its draft to its archive. */
export async function projectWorkflow(input: EntityInput): Promise<void> {
  await runEntity({ kind: 'project', id: input.id }, input.carry);
}
