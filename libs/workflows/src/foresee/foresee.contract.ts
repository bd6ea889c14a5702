/** Name of the workflow type of a dry run over all live projects. */
export const foreseeWorkflowType = 'foreseeWorkflow';

/** Which dry run a workflow carries out; what it thinks through stands in its row. */
export interface ForeseeInput {
  dryRunId: string;
}

/** Id of the workflow of a dry run: asked for twice, it runs once. */
export function foreseeIdOf(dryRunId: string): string {
  return `foresee/${dryRunId}`;
}
