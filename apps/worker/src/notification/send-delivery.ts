import { instantOf, type NotificationClass } from '@app/domain';
import {
  recordFailed,
  recordRetry,
  recordSent,
  recordUncertain,
  stepToSending,
  type ClaimedMail,
  type FailedMail,
  type Held,
  type LeavingDelivery,
  type SentDelivery,
  type ServerSaid,
} from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { DeliveryResult } from '@app/workflows';
import { callTogether } from './call-together';
import type { DeskTools } from './desk-tools';
import type { FixedMail, SendResult } from './mail-transport';
import { nextTry, type SendFailure, type TryHistory } from './retry-time';

/** A stored mail whose rows we hold. */
export interface ReadyDelivery {
  id: string;
  class: NotificationClass;
  fixed: FixedMail;
  mails: ClaimedMail[];
  /** What follows if it finally fails; asked only then. */
  failed: (refusedAddress: string | undefined) => FailedMail | Promise<FailedMail>;
}

/** One claim on its way: its token, until when it may send, and the steps that its mails take together. */
export interface Round {
  token: string;
  until: number;
  mayLeave: (leaving: LeavingDelivery) => Promise<boolean>;
  recordSent: (sent: SentDelivery) => Promise<boolean>;
}

/** The round of a claim. @param until real epoch milliseconds after which nothing leaves any more */
export function roundOf({ db, settings }: DeskTools, token: string, until: number): Round {
  const { sendLimitMs, sendLeaseMs: leaseMs } = settings;
  return {
    token,
    until,
    mayLeave: callTogether(async (leaving) => stepToSending(db, leaving, { token, sendLimitMs, leaseMs })),
    recordSent: callTogether(async (sent) => recordSent(db, token, sent)),
  };
}

/**
 * Hands one mail over, if it may still leave at this very moment, and records at once what the server said. Resolves when the server has answered, so
 * that the next mail can go; `recorded` when that is in the database.
 */
export async function sendDelivery(tools: DeskTools, round: Round, ready: ReadyDelivery): Promise<{ recorded: Promise<DeliveryResult> }> {
  const rowIds = ready.mails.map((mail) => mail.id);
  await chaosPoint('desk.before-send');
  if (Date.now() >= round.until || !(await round.mayLeave({ id: ready.id, rows: rowIds.length })))
    return { recorded: Promise.resolve({ rowIds: [], result: 'released' }) };
  await chaosPoint('desk.after-sending');
  const sent = await tools.transport.send(ready.fixed, { letter: ready.class === 'letter' });
  return { recorded: record(tools, round, ready, sent).then((result) => ({ rowIds, result })) };
}

async function record(tools: DeskTools, round: Round, ready: ReadyDelivery, sent: SendResult): Promise<DeliveryResult['result']> {
  await chaosPoint('desk.after-250-before-record');
  const result = sent.sent
    ? await recordOf(round.recordSent({ id: ready.id, said: { word: 'delivered', response: sent.response } }), 'sent')
    : await recordFailure(tools, { deliveryId: ready.id, token: round.token }, ready, sent.failure);
  await chaosPoint('desk.after-record-before-report');
  return result;
}

/** The rows may have gone to another desk while the server was silent; then that one decides what they are. */
async function recordOf(recorded: Promise<boolean>, result: DeliveryResult['result']): Promise<DeliveryResult['result']> {
  return (await recorded) ? result : 'released';
}

function historyOf({ id, mails: [first] }: ReadyDelivery): TryHistory {
  const now = instantOf(Date.now());
  return { key: first?.key ?? id, attempts: (first?.attempts ?? 0) + 1, firstTriedAt: first?.firstTriedAt ?? now, now };
}

async function recordFailure(tools: DeskTools, held: Held, ready: ReadyDelivery, failure: SendFailure): Promise<DeliveryResult['result']> {
  const { db } = tools;
  const next = nextTry(failure, historyOf(ready));
  const said = (word: ServerSaid['word']): ServerSaid => ({ word, ...wordsOf(failure) });
  if (next.is === 'final') {
    const failed = await ready.failed(next.addressRefused ? ready.fixed.to : undefined);
    return recordOf(
      db.transaction((tx) => recordFailed(tx, held, said('permanent-failure'), failed)),
      'failed',
    );
  }
  if (next.is === 'uncertain' && ready.class === 'letter') return recordOf(recordUncertain(db, held, said('uncertain')), 'uncertain');
  const word = next.is === 'uncertain' ? 'uncertain' : next.word;
  if (word === 'technical-failure')
    tools.warn('the mail server does not let us in', { code: failure.code, responseCode: failure.responseCode });
  return recordOf(recordRetry(db, held, said(word), next.at), 'retry');
}

function wordsOf({ code, command, responseCode, response }: SendFailure): Omit<ServerSaid, 'word'> {
  return {
    ...(code === undefined ? {} : { code }),
    ...(command === undefined ? {} : { command }),
    ...(responseCode === undefined ? {} : { responseCode }),
    ...(response === undefined ? {} : { response }),
  };
}
