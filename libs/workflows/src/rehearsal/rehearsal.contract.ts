/** Name of the workflow type that carries out one move of a rehearsal. */
export const rehearsalWorkflowType = 'rehearsalWorkflow';

/** Which move a workflow carries out; what is asked stands in its row. */
export interface RehearsalInput {
  moveId: string;
}

/** Id of the workflow of a move: asked for twice, it runs once. */
export function rehearsalIdOf(moveId: string): string {
  return `rehearsal/${moveId}`;
}
