import { defineSignal } from '@temporalio/workflow';

/** Name of the workflow type that acts on a frozen list of projects. */
export const bulkWorkflowType = 'bulkWorkflow';

const prefix = 'bulk/';

/** Workflow id of a run: one per run, so that a run that is started twice is carried out once. */
export function bulkIdOf(runId: string): string {
  return `${prefix}${runId}`;
}

/** Argument of the workflow. The list and all that became of it are rows of the database. */
export interface BulkInput {
  runId: string;
}

/** Somebody changed something: let it go on, or asked it to stop. The rows say what; this only wakes. */
export const bulkLookSignal = defineSignal('look');
