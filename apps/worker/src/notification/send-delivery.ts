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
  type ServerSaid,
} from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { DeliveryResult } from '@app/workflows';
import type { DeskTools } from './desk-tools';
import type { FixedMail } from './mail-transport';
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

/** Hands one mail over, if it may still leave at this very moment, and records at once what the server said. */
export async function sendDelivery(tools: DeskTools, token: string, ready: ReadyDelivery, until: number): Promise<DeliveryResult> {
  const { db, settings, transport } = tools;
  const rowIds = ready.mails.map((mail) => mail.id);
  await chaosPoint('desk.before-send');
  const step = { deliveryId: ready.id, token, rows: rowIds.length, sendLimitMs: settings.sendLimitMs, leaseMs: settings.sendLeaseMs };
  if (Date.now() >= until || !(await stepToSending(db, step))) {
    return { rowIds: [], result: 'released' };
  }
  await chaosPoint('desk.after-sending');
  const sent = await transport.send(ready.fixed, { letter: ready.class === 'letter' });
  await chaosPoint('desk.after-250-before-record');
  const held: Held = { deliveryId: ready.id, token };
  const result = sent.sent
    ? await recordOf(recordSent(db, held, { word: 'delivered', response: sent.response.slice(0, 500) }), 'sent')
    : await recordFailure(tools, held, ready, sent.failure);
  await chaosPoint('desk.after-record-before-report');
  return { rowIds, result };
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
