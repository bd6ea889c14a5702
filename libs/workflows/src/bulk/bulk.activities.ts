/** What is to be done after a step: take the next, wait (until woken, or at most so long), or end. */
export interface BulkStep {
  next: 'go-on' | 'wait' | 'end';
  afterMs?: number;
}

/** What a run asks of the worker. */
export interface BulkActivities {
  /** Acts on some rows of the list, at the chosen speed, and writes what became of each; heartbeats. Repeating it repeats nothing. */
  advanceBulk(input: { runId: string }): Promise<BulkStep>;
}
