import type { ProofInput } from './proof.contract';

/** What a check of the ledger asks of the worker. */
export interface ProofActivities {
  /** Looks at the next batch and notes what was found and how far it is. Harmless to repeat. */
  proveStep(input: ProofInput): Promise<{ done: boolean }>;
}
