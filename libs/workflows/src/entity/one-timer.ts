import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * One timer that keeps running while its instant stays the same, whatever is done meanwhile: `condition` with a time-out would
 * cancel and start one at every command, two events more each time.
 */
export class OneTimer {
  private at: number | undefined;
  private due = false;
  private scope: CancellationScope | undefined;

  /** Makes sure that a timer runs to the instant (epoch milliseconds) and to no other. */
  arm(at: number, summary: string): void {
    if (this.at === at) return;
    this.disarm();
    this.at = at;
    const scope = (this.scope = new CancellationScope());
    void scope
      .run(() => sleep(Math.max(1, at - Date.now()), { summary }))
      .then(
        () => {
          if (this.scope === scope) this.due = true;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  /** Ends the running timer, if any. */
  disarm(): void {
    this.scope?.cancel();
    this.scope = undefined;
    this.at = undefined;
    this.due = false;
  }

  /** Whether the timer armed for this instant has fired. */
  isDue(at: number): boolean {
    return this.due && this.at === at;
  }
}
