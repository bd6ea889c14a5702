import { epochMs, instantOf, type Instant } from '@app/domain';
import { createHash } from 'node:crypto';

/** Why a mail was not taken, as the mail library and the server say it. */
export interface SendFailure {
  /** The library's code, such as `EENVELOPE`. It is the same for a greylisted address and an unknown one, so the server's reply counts first. */
  code?: string;
  /** SMTP command that failed, such as `RCPT TO`. */
  command?: string;
  /** Number of the server's reply; missing when it said nothing. */
  responseCode?: number;
  /** The server's words. */
  response?: string;
  /** The server had asked for the body (354), so the mail may have been taken although nobody said so. */
  bodyOnItsWay: boolean;
}

/** What is known of earlier tries of one mail. */
export interface TryHistory {
  /** Business key: spreads the tries of many mails. */
  key: string;
  /** Tries so far, this one included. */
  attempts: number;
  firstTriedAt: Instant;
  now: Instant;
}

/** What follows from a failure: another try at a real instant, the end, or doubt. */
export type NextTry =
  | { is: 'again'; at: Instant; word: 'temporary-failure' | 'technical-failure' }
  | { is: 'final'; addressRefused: boolean }
  | { is: 'uncertain'; at: Instant };

const secondMs = 1_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const giveUpAfterMs = 3 * 24 * hourMs;

const ourFault: ReadonlySet<string> = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ECONFIG', 'EPROXY', 'EREQUIRETLS', 'EMESSAGE', 'ESTREAM']);
const ourReplies: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/**
 * When a mail is tried again, by what went wrong: the server's reply counts before the library's code.
 * A 5xx to the recipient or the body ends it; a 4xx waits ten minutes (greylisting); a fault of ours (log-in, configuration, a refusal before the
 * recipient was named) is tried every hour and never ends a letter; the network is tried after 10 s, doubling to one hour. All but our own faults end
 * after three days.
 */
export function nextTry(failure: SendFailure, history: TryHistory): NextTry {
  const kind = kindOf(failure);
  if (kind === 'refused') return { is: 'final', addressRefused: true };
  if (kind === 'ours') return { is: 'again', at: after(history, hourMs), word: 'technical-failure' };
  const wait = kind === 'later' ? 10 * minuteMs : networkWait(history.attempts);
  const at = after(history, wait);
  if (epochMs(history.now) - epochMs(history.firstTriedAt) >= giveUpAfterMs) return { is: 'final', addressRefused: false };
  return kind === 'doubt' ? { is: 'uncertain', at } : { is: 'again', at, word: 'temporary-failure' };
}

type FailureKind = 'refused' | 'later' | 'ours' | 'doubt' | 'network';

function kindOf({ code = '', command = '', responseCode, bodyOnItsWay }: SendFailure): FailureKind {
  if (responseCode !== undefined) return kindOfReply(responseCode, command);
  if (bodyOnItsWay) return 'doubt';
  if (code === 'EENVELOPE') return 'refused';
  return ourFault.has(code) ? 'ours' : 'network';
}

/** A 5xx before the recipient was named is about us, not about him. */
function kindOfReply(reply: number, command: string): FailureKind {
  if (ourReplies.has(reply)) return 'ours';
  if (reply < 500) return 'later';
  return command === 'RCPT TO' || command === 'DATA' ? 'refused' : 'ours';
}

function networkWait(attempts: number): number {
  return Math.min(hourMs, 10 * secondMs * 2 ** Math.min(20, Math.max(0, attempts - 1)));
}

/** Up to a tenth later, fixed per key and try, so that the mails of one outage do not come back in one second. */
function after({ key, attempts, now }: TryHistory, waitMs: number): Instant {
  const spread = createHash('sha256').update(`${key}/${attempts}`).digest().readUInt16BE(0) / 65_536;
  return instantOf(epochMs(now) + waitMs + Math.floor((waitMs / 10) * spread));
}
