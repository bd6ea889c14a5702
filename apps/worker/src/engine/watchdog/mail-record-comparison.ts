import {
  countRecordedMails,
  forget,
  forgetRecordedMails,
  keepRecordedMails,
  mailsNobodyRecorded,
  mailsNobodyTook,
  remember,
  remembered,
  type RecordedMail,
  type RecordSpan,
  type Sql,
} from '@app/persistence';
import type { Config } from '@app/platform';
import { askMailRecord, type MailRecordPage } from './ask-mail-record';
import type { Compared, Comparison, MailRecordSource, WatchTools } from './comparison';

/** How far the record was read. */
interface Place {
  /** Which record it is: of another one nothing is known yet. */
  record: string;
  /** Since when we know all that it took. Before the first look there may be mails that have no mark of their own. */
  from: string;
  until: string;
}

const memory = 'mail-record';
/** A record may be written late. */
const overlapMs = 3_600_000;
/** A mail that the record does not have is looked for in it again for so long. */
const againMs = 7 * 86_400_000;
/** What is older is compared no more. */
const comparedMs = 30 * 86_400_000;
const mostPages = 100;

const earlier = (instant: string, ms: number): string => new Date(Date.parse(instant) - ms).toISOString();
const latest = (...instants: string[]): string => instants.reduce((a, b) => (a > b ? a : b));

/** What the mail server itself says it took, against what outbox and delivery say together. */
async function mailRecord({ db, limits, mailRecord: source }: WatchTools): Promise<Compared> {
  if (source === undefined) {
    // Set again later it begins anew: in between another server may have taken the mails.
    await forget(db, memory);
    return { found: [], counts: {} };
  }
  const place = await readOn(db, source, limits.recordMs);
  await forgetRecordedMails(db, earlier(place.until, comparedMs + againMs));
  const span = spanOf(place, source, limits.recordMs);
  const found = [...(await mailsNobodyRecorded(db, span)), ...(await mailsNobodyTook(db, span))];
  return { found, counts: { recorded: await countRecordedMails(db, span) } };
}

/** Some time is left for what is on its way, and for two clocks that differ. */
function spanOf({ from, until }: Place, { domain }: MailRecordSource, recordMs: number): RecordSpan {
  return { from: latest(from, earlier(until, comparedMs)), until: earlier(until, recordMs), domain };
}

/** Reads what is new, with an overlap, and once more the time of mails that the record does not have. */
async function readOn(db: Sql, source: MailRecordSource, recordMs: number): Promise<Place> {
  const known = await remembered<Place>(db, memory);
  const since = known === undefined ? new Date().toISOString() : await sinceOf(db, known, source, recordMs);
  let after: string | null = null;
  let last: MailRecordPage;
  let pages = 0;
  let readTo = since;
  do {
    last = await askMailRecord(source.url, since, after);
    await keepRecordedMails(
      db,
      last.mails.flatMap((mail) => ours(mail, source.domain)),
    );
    readTo = latest(readTo, ...last.mails.map(({ receivedAt }) => receivedAt));
    after = last.next;
    pages += 1;
  } while (after !== null && pages < mostPages);
  const place = placeAfter(known, last, after === null ? last.coversUntil : readTo);
  await remember(db, memory, place);
  return place;
}

/** @param until up to when everything was read */
function placeAfter(known: Place | undefined, { record, coversFrom, coversUntil }: MailRecordPage, until: string): Place {
  if (known?.record !== record) return { record, from: coversUntil, until: coversUntil };
  // What fell out of the record before it was read is not known.
  const from = coversFrom > known.until ? coversFrom : known.from;
  return { record, from, until: latest(known.until, until) };
}

async function sinceOf(db: Sql, known: Place, source: MailRecordSource, recordMs: number): Promise<string> {
  const [missing] = await mailsNobodyTook(db, spanOf(known, source, recordMs));
  const since = String(missing?.values['since'] ?? known.until);
  return earlier(latest(since < known.until ? since : known.until, earlier(known.until, againMs)), overlapMs);
}

/** Only what bears the mark of the desk: others that send under the domain have another form of Message-ID. */
function ours({ messageId, receivedAt }: RecordedMail, domain: string): RecordedMail[] {
  const bare = messageId.trim().replace(/^<|>$/g, '');
  return /^[0-9a-f]{64}@/.test(bare) && bare.endsWith(`@${domain}`) ? [{ messageId: `<${bare}>`, receivedAt }] : [];
}

/** The record of an instance's mail server; nothing where none is set. */
export function mailRecordOf({ mail: { recordUrl: url, domain } }: Pick<Config, 'mail'>): MailRecordSource | undefined {
  return url === undefined ? undefined : { url, domain };
}

/** What the mail server's own record can tell. */
export const mailRecordComparisons: readonly Comparison[] = [
  { name: 'record', kinds: ['MAIL_UNRECORDED', 'RECORD_WITHOUT_MAIL'], compare: mailRecord },
];
