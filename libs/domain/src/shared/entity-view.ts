/** All that the workflow shell holds of an entity; `commit` computes it, the shell copies it. About 1 kB, no personal data. */
export interface EntityView {
  schema: 1;
  rev: number;
  /** Hash of the last ledger entry. */
  head: string;
  stage: string;
  subState: string;
  overlays: string[];
  next?: { key: string; at: string; rule: string };
  /** Real epoch milliseconds of the next wake-up; absent for conducted clocks and when nothing is planned. */
  nextWakeAt?: number;
  /** History length above which the shell continues as new. */
  rollAt: number;
  /** Continue as new now (a stage ended). */
  roll: boolean;
  closed: boolean;
  /** Markdown for the engine's own pages. */
  summary: string;
}
