/** Name of the workflow type of a check of the ledger. */
export const proofWorkflowType = 'proofWorkflow';

/** Which check a workflow carries out; what it looks at stands in its row. */
export interface ProofInput {
  checkId: string;
}

/** Id of the workflow of a check: asked for twice, it runs once. */
export function proofIdOf(checkId: string): string {
  return `proof/${checkId}`;
}
