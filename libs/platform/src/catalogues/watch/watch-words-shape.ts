/** Who tells that the proof has stopped. */
export type WatchTeller = 'watchdog' | 'worker';

/** What the watchdog's own mails say; paragraphs in order, values in braces. */
export interface WatchWords {
  stopped: {
    subject: string;
    greeting: string;
    last: string;
    never: string;
    by: Record<WatchTeller, string>;
    next: string;
    page: string;
    once: string;
  };
  root: { subject: string; greeting: string; what: string; keep: string; page: string };
}
