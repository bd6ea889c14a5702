/** Name of the workflow type of the sweep. */
export const sweepWorkflowType = 'sweepWorkflow';

/** Id of the Schedule that runs the light sweep. */
export const sweepScheduleId = 'reconcile';

/** Every how many milliseconds the light sweep looks: nothing that went wrong may stay unseen for longer. */
export const sweepEveryMs = 60_000;

/** What a sweep healed or found; every number is also logged. */
export interface SweepReport {
  /** Entities whose wake-up was overdue or whose shell was missing, and that were told to read the ledger. */
  synced: number;
  /** Commands left pending that were submitted. */
  submitted: number;
  /** Entities with commands for others that were dispatched. */
  dispatched: number;
  desksStarted: number;
  claimsReleased: number;
}
