import {
  countEntities,
  countPlanned,
  countSentMails,
  expiredClaims,
  headsApart,
  missedOccurrences,
  missedWakes,
  recordsWithoutMail,
  unclaimedRows,
  unrecordedMails,
  type WatchFinding,
} from '@app/persistence';
import { missingCalendars } from '../missing-calendars';
import type { Compared, Comparison, WatchTools } from './comparison';

async function plans({ db, limits }: WatchTools): Promise<Compared> {
  return {
    found: [...(await missedOccurrences(db, limits.lateMs)), ...(await missedWakes(db, limits.lateMs))],
    counts: { planned: await countPlanned(db), entities: await countEntities(db) },
  };
}

async function outbox({ db, limits }: WatchTools): Promise<Compared> {
  return { found: [...(await unclaimedRows(db, limits.lateMs)), ...(await expiredClaims(db, limits.leaseMs))], counts: {} };
}

async function mails({ db }: WatchTools): Promise<Compared> {
  return { found: [...(await unrecordedMails(db)), ...(await recordsWithoutMail(db))], counts: { mails: await countSentMails(db) } };
}

async function calendars({ db }: WatchTools): Promise<Compared> {
  const missing = await missingCalendars(db, new Date());
  const found = missing.map(({ country, year }): WatchFinding => ({
    kind: 'CALENDAR_MISSING',
    about: `${country} ${year}`,
    values: { country, year },
  }));
  return { found, counts: {} };
}

async function clock({ db, limits, clock: witness }: WatchTools): Promise<Compared> {
  if (witness === undefined) return { found: [], counts: {}, blind: true };
  const lag = await witness.lag(db);
  const stood = Math.abs(lag) > limits.clockMs;
  const seconds = Math.round(Math.abs(lag) / 1_000);
  return { found: stood ? [{ kind: 'CLOCK_STOOD', about: 'watchdog', values: { seconds } }] : [], counts: {} };
}

/** What the database alone can tell, each in one statement over everything. */
export const storedComparisons: readonly Comparison[] = [
  { name: 'clock', kinds: ['CLOCK_STOOD'], compare: clock },
  { name: 'plans', kinds: ['OCCURRENCE_MISSED', 'WAKE_MISSED'], compare: plans },
  { name: 'outbox', kinds: ['OUTBOX_UNCLAIMED', 'CLAIM_EXPIRED'], compare: outbox },
  { name: 'mails', kinds: ['MAIL_UNRECORDED', 'RECORD_WITHOUT_MAIL'], compare: mails },
  {
    name: 'heads',
    kinds: ['VIEW_BEHIND', 'LEDGER_BEHIND', 'SUMMARY_DIFFERS'],
    compare: async ({ db }) => ({ found: await headsApart(db), counts: {} }),
  },
  { name: 'calendars', kinds: ['CALENDAR_MISSING'], compare: calendars },
];
