import { createTransport, type Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { SendFailure } from './retry-time';

/** A mail with addresses, before it is fixed as bytes. */
export interface OutgoingMail {
  from: string;
  to: { name: string; address: string };
  replyTo?: string;
  messageId: string;
  /** Thread of the project; said as `References` and `In-Reply-To`. */
  references?: string;
  date: Date;
  subject: string;
  text: string;
  html: string;
  calendar?: string;
  headers: Record<string, string>;
}

/** Fixed bytes with their envelope: exactly one recipient. */
export interface FixedMail {
  raw: string;
  from: string;
  to: string;
}

/** What became of one try. */
export type SendResult = { sent: true; response: string } | { sent: false; failure: SendFailure };

/** The edge to SMTP. `letter` sends alone and notes whether the body was on its way; notices share a pool. */
export interface MailTransport {
  /** Whether the server is a catcher on this machine: only such a one may ever get mail of a rehearsal. */
  readonly isCatcher: boolean;
  compose(mail: OutgoingMail): Promise<string>;
  send(mail: FixedMail, options: { letter: boolean }): Promise<SendResult>;
  close(): void;
}

/** How to reach the mail server and how long to wait for it; all times in ms. */
export interface TransportSettings {
  url: string;
  rehearsal: boolean;
  maxConnections: number;
  connectionTimeoutMs: number;
  greetingTimeoutMs: number;
  socketTimeoutMs: number;
  /** Longest time of one send, whatever the server drips. */
  sendTimeoutMs: number;
}

/** Time limits below the lease of a row and the time-out of the batch. */
export const defaultTransportLimits = {
  maxConnections: 8,
  connectionTimeoutMs: 10_000,
  greetingTimeoutMs: 10_000,
  socketTimeoutMs: 20_000,
  sendTimeoutMs: 30_000,
} satisfies Omit<TransportSettings, 'url' | 'rehearsal'>;

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
const portsOfRealServers: ReadonlySet<number> = new Set([25, 465, 587, 2525]);

/** Whether an SMTP address is a catcher's: on this machine, and on no port on which a real server would relay. */
export function isCatcherUrl(url: string): boolean {
  const { hostname, port } = new URL(url);
  return loopback.has(hostname.toLowerCase()) && port !== '' && !portsOfRealServers.has(Number(port));
}

/** Opens nothing yet: connections are made when the first mail leaves. Throws in a rehearsal whose mail server is not its catcher. */
export function createMailTransport(settings: TransportSettings): MailTransport {
  const isCatcher = isCatcherUrl(settings.url);
  if (settings.rehearsal && !isCatcher)
    throw new Error('a rehearsal sends mail to its own catcher only: SMTP_URL must be smtp://localhost:<port>');
  let pool: Transporter | undefined;
  const pooled = (): Transporter =>
    (pool ??= createTransport({
      ...connectionOf(settings),
      pool: true,
      maxConnections: settings.maxConnections,
      maxMessages: 200,
      maxRequeues: 0,
    }) as Transporter);
  return {
    isCatcher,
    compose,
    send: async (mail, { letter }) => {
      if (letter) return sendAlone(mail, settings);
      const result = await limited(sendOver(pooled(), mail), settings);
      // A connection that hangs would keep its place in the pool for ever: the pool is given up, those that wait in it are tried again.
      if (result.timedOut) {
        pool?.close();
        pool = undefined;
      }
      return result.sent
        ? { sent: true, response: result.response }
        : { sent: false, failure: { ...result.failure, bodyOnItsWay: mayHaveArrived(result.failure) } };
    },
    close: () => pool?.close(),
  };
}

function connectionOf({ url, connectionTimeoutMs, greetingTimeoutMs, socketTimeoutMs }: TransportSettings): object {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: connectionTimeoutMs,
    greetingTimeout: greetingTimeoutMs,
    socketTimeout: socketTimeoutMs,
    dnsTimeout: connectionTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The bytes of a mail, in base64, which is the shorter for Chinese and the quicker for all. Headers take no line break, whatever the values hold. */
async function compose(mail: OutgoingMail): Promise<string> {
  const { calendar, references, replyTo, ...rest } = mail;
  const composer = new MailComposer({
    ...rest,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(references === undefined ? {} : { references, inReplyTo: references }),
    ...(calendar === undefined ? {} : { icalEvent: { method: 'PUBLISH', filename: 'date.ics', content: calendar } }),
    textEncoding: 'base64',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await composer.compile().build()).toString('utf8');
}

/** The bare address of `Name <mail@example.org>`. */
export function addressIn(mailbox: string): string {
  return /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();
}

type Tried =
  { sent: true; response: string; timedOut: boolean } | { sent: false; failure: Omit<SendFailure, 'bodyOnItsWay'>; timedOut: boolean };

async function sendOver(transport: Transporter, { raw, from, to }: FixedMail): Promise<Tried> {
  try {
    const info = (await transport.sendMail({ envelope: { from, to: [to] }, raw })) as { response?: string };
    return { sent: true, response: storable(info.response ?? ''), timedOut: false };
  } catch (error) {
    return { sent: false, failure: failureOf(error), timedOut: false };
  }
}

async function limited(sending: Promise<Tried>, { sendTimeoutMs }: TransportSettings): Promise<Tried> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Tried>((resolve) => {
    timer = setTimeout(() => resolve({ sent: false, failure: { code: 'ETIMEDOUT', command: 'SEND' }, timedOut: true }), sendTimeoutMs);
  });
  const first = await Promise.race([sending, late]);
  clearTimeout(timer);
  return first;
}

/** A connection of its own, with the server's side of the talk watched: only a `354` says that the body was on its way. */
async function sendAlone(mail: FixedMail, settings: TransportSettings): Promise<SendResult> {
  let bodyOnItsWay = false;
  const watch = (entry: unknown, text: unknown): void => {
    if (typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'server' && String(text).startsWith('354'))
      bodyOnItsWay = true;
  };
  const logger = { level: () => undefined, trace: watch, debug: watch, info: watch, warn: watch, error: watch, fatal: watch };
  const alone = createTransport({ ...connectionOf(settings), transactionLog: true, logger } as object) as Transporter;
  try {
    const result = await limited(sendOver(alone, mail), settings);
    return result.sent ? { sent: true, response: result.response } : { sent: false, failure: { ...result.failure, bodyOnItsWay } };
  } finally {
    alone.close();
  }
}

/** What a server says is any bytes; a NUL or half a character in it must not keep us from recording that the mail left. */
function storable(response: string): string {
  return Buffer.from(response.slice(0, 500), 'utf8').toString('utf8').replaceAll('\0', '');
}

function failureOf(error: unknown): Omit<SendFailure, 'bodyOnItsWay'> {
  const { code, command, responseCode, response } = error as {
    code?: unknown;
    command?: unknown;
    responseCode?: unknown;
    response?: unknown;
  };
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof command === 'string' ? { command } : {}),
    ...(typeof responseCode === 'number' ? { responseCode } : {}),
    ...(typeof response === 'string' ? { response: storable(response) } : {}),
  };
}

const beforeTheBody: ReadonlySet<string> = new Set(['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS', 'API', 'MAIL FROM', 'RCPT TO']);

/** Of a pooled mail nobody watched the talk: unless the failure names an earlier step, it may have arrived. */
function mayHaveArrived({ code = '', command = '', responseCode }: Omit<SendFailure, 'bodyOnItsWay'>): boolean {
  if (responseCode !== undefined || code === 'EDNS' || code === 'EAUTH' || code === 'ETLS') return false;
  return !beforeTheBody.has(command) || code === 'ECONNECTION' || code === 'ETIMEDOUT';
}
