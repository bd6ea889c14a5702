/** Name of the workflow type that carries an administrator's long work. */
export const maintenanceWorkflowType = 'maintenanceWorkflow';

/** What is to be carried out, by the id of its row. */
export interface MaintenanceInput {
  task: 'replay-check';
  id: string;
}

/** Workflow id of a piece of work: one per row, so that work asked for twice is carried out once. */
export function maintenanceIdOf({ task, id }: MaintenanceInput): string {
  return `maintenance/${task}/${id}`;
}
