import type { EntityRef } from '../entity/entity-ids';

/** Name of the workflow type that carries an administrator's long work. */
export const maintenanceWorkflowType = 'maintenanceWorkflow';

/** What is to be carried out: a replay check or a repair by the id of its row, a look at everything, or at one entity. */
export type MaintenanceInput =
  | { task: 'replay-check'; id: string }
  | { task: 'repair'; id: string }
  | { task: 'calendars'; id: string }
  | { task: 'look' }
  | { task: 'inspect'; id: string; entity: EntityRef };

/** Workflow id of a piece of work: one per row, so that work asked for twice is carried out once. */
export function maintenanceIdOf(input: MaintenanceInput): string {
  return input.task === 'look' ? 'maintenance/look' : `maintenance/${input.task}/${input.id}`;
}

/** What is wrong with an entity's shell, by a code and the values of its sentence. */
export interface Finding {
  code: FindingCode;
  values: Record<string, string | number>;
}

/** What can be wrong with a shell. */
export type FindingCode =
  | 'TASK_FAILING'
  | 'ACTIVITY_RETRYING'
  | 'SHELL_MISSING'
  | 'SHELL_BEHIND'
  | 'LEDGER_BEHIND'
  | 'HALTED'
  | 'COMMAND_WAITS'
  | 'WAKE_OVERDUE'
  | 'MAILS_UNCERTAIN';

/** One entity as engine and ledger see it now, and what a reset of its shell would touch. */
export interface Inspection {
  findings: Finding[];
  /** The run that is open, or was last; nothing when the engine knows none. */
  runId?: string;
  running: boolean;
  /** Activities that are tried again and again, by their ids in the run. */
  retrying: string[];
  ledgerRev: number;
  /** Rows that the entity has in the outbox, and mails of it that have left. */
  outboxRows: number;
  mailsSent: number;
  /** Nothing when the shell does not answer. */
  shellRev?: number;
  reset?: ResetRadius;
}

/** The blast radius of a reset to the first step that was carried out: the history before it is the same for every build. */
export interface ResetRadius {
  /** Event to which the history is taken back. */
  eventId: number;
  /** Events after it, which the new run does not have. */
  eventsLost: number;
  /** Commands and signals after it: heard again, answered by the ledger. */
  heardAgain: number;
  /** Decisions in the ledger; none is touched. */
  decisions: number;
  /** Mails that have left; none leaves again. */
  mailsSent: number;
}
