import type { SweepReport } from './reconcile.contract';

/** What the sweep asks of the worker. */
export interface ReconcileActivities {
  /** Heals what a lost process, message or engine left behind. Harmless to repeat. */
  sweep(input: Record<string, never>): Promise<SweepReport>;
}
