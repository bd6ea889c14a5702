import { randomUUID } from 'node:crypto';
import { instantOf } from '@app/domain';
import {
  cancelMails,
  claimDueMails,
  failWithoutAddress,
  holdAgain,
  nextMailDueAt,
  postponeMail,
  recordUnwritten,
  releaseMails,
  settleStaleLeases,
  uncertainDeliveries,
  type ClaimedMail,
} from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { DeliverDueResult, DeliveryResult } from '@app/workflows';
import { askAgain, type NeededMail } from './ask-again';
import type { DeskTools } from './desk-tools';
import { consequencesOf } from './failed-mail';
import { freezeGroups } from './freeze-delivery';
import { groupMails, type MailGroup } from './group-mails';
import { writeHeldLetters } from './write-held-letters';
import { roundOf, sendDelivery, type ReadyDelivery } from './send-delivery';

/** A fault of ours in a mail is looked at again after this time. */
const faultPauseMs = 3_600_000;
const rowsPerClaim = 25;
/** While the mails of one claim are on their way, the next ones are written. */
const lanes = 3;

/**
 * Sends what is due in one shard: claim, ask again, freeze, step to sending, send, record; row by row, within the batch's rows and time.
 * Killed anywhere it loses nothing and doubles nothing, but for the moment between the server's answer and our record, which becomes uncertain. Fails
 * only when the database is away.
 */
export async function deliverDue(tools: DeskTools, { shard }: { shard: string }): Promise<DeliverDueResult> {
  const { db, settings } = tools;
  const stale = await settleStaleLeases(db, shard);
  const results: DeliveryResult[] = stale.uncertain.length === 0 ? [] : [{ rowIds: stale.uncertain, result: 'uncertain' }];
  results.push(...(await writeHeldLetters(tools, shard)));
  const batch = new Batch(tools, shard);
  await Promise.all(Array.from({ length: lanes }, () => batch.run(results)));
  const nextDueAt = await nextMailDueAt(db, shard);
  return { ...(nextDueAt === undefined ? {} : { nextDueAt }), rollAt: settings.rollAt, results };
}

/** Claims of one batch, taken one after the other so that no reader's mails are divided, and worked off side by side. */
class Batch {
  private readonly until: number;
  private rows = 0;
  private claiming: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly tools: DeskTools,
    private readonly shard: string,
  ) {
    this.until = Date.now() + tools.settings.batchMs;
  }

  async run(results: DeliveryResult[]): Promise<void> {
    for (let claim = await this.next(); claim.mails.length > 0; claim = await this.next()) {
      await chaosPoint('desk.after-claim');
      const round = await deliverClaimed(this.tools, claim.token, claim.mails, this.until);
      results.push(...round);
      this.tools.heartbeat({ rows: this.rows });
      // Rows that all came back unsent would be claimed again at once: the next batch looks at them.
      if (round.every(({ result }) => result === 'released')) return;
    }
  }

  private next(): Promise<{ token: string; mails: ClaimedMail[] }> {
    const claimed = this.claiming.then(() => this.claim());
    this.claiming = claimed.catch(() => undefined);
    return claimed;
  }

  private async claim(): Promise<{ token: string; mails: ClaimedMail[] }> {
    const { db, settings } = this.tools;
    const token = randomUUID();
    const limit = Math.min(rowsPerClaim, settings.batchRows - this.rows);
    if (limit <= 0 || Date.now() >= this.until) return { token, mails: [] };
    const mails = await claimDueMails(db, { shard: this.shard, token, limit, leaseMs: settings.claimLeaseMs });
    this.rows += mails.length;
    return { token, mails };
  }
}

async function deliverClaimed(tools: DeskTools, token: string, mails: ClaimedMail[], until: number): Promise<DeliveryResult[]> {
  await chaosPoint('desk.before-recheck');
  const answers = await askAgain(
    tools,
    mails.filter((mail) => mail.uncertainDeliveryId === null),
  );
  const results = await recordAnswers(tools, token, answers);
  const freezing = await freezeGroups(tools, token, groupMails(answers.needed));
  await chaosPoint('desk.after-freeze');
  results.push(...(await recordUnsendable(tools, token, freezing)));
  const ready: ReadyDelivery[] = freezing.frozen.map(({ id, group, reader, delivery }) => ({
    id,
    class: delivery.class,
    fixed: delivery.frozen,
    mails: group.mails.map((one) => one.mail),
    failed: (refused) => consequencesOf(group.mails, reader, refused),
  }));
  const all = [...ready, ...(await uncertainOnes(tools, mails))];
  const leaving = roundOf(tools, token, until);
  const sent = await sendAll(all, tools.settings.concurrency, async (one) => sendDelivery(tools, leaving, one));
  const held = new Set([...results, ...sent].flatMap((result) => result.rowIds));
  // A key that was sent before, or a group that was not frozen, leaves its rows with us: they are given back, never kept until the lease ends.
  const left = mails.filter((mail) => !held.has(mail.id)).map((mail) => mail.id);
  if (left.length > 0) await releaseMails(tools.db, token, left);
  const back: DeliveryResult[] = left.length === 0 ? [] : [{ rowIds: left, result: 'released' }];
  return [...results, ...sent.filter(({ rowIds }) => rowIds.length > 0), ...back];
}

async function recordAnswers(tools: DeskTools, token: string, answers: Awaited<ReturnType<typeof askAgain>>): Promise<DeliveryResult[]> {
  const { db, warn } = tools;
  const { cancelled, postponed, faulty } = answers;
  if (cancelled.length > 0) await cancelMails(db, token, cancelled);
  for (const { id, virtual, real } of postponed) await postponeMail(db, token, id, { virtual, real });
  for (const { id, error } of faulty) {
    warn('nobody can say whether a mail is still needed', { row: id });
    await recordUnwritten(db, token, [id], { word: 'technical-failure', response: error }, instantOf(Date.now() + faultPauseMs));
  }
  return [
    ...cancelled.map(({ id }): DeliveryResult => ({ rowIds: [id], result: 'cancelled' })),
    ...postponed.map(({ id }): DeliveryResult => ({ rowIds: [id], result: 'released' })),
    ...faulty.map(({ id }): DeliveryResult => ({ rowIds: [id], result: 'retry' })),
  ];
}

async function recordUnsendable(
  tools: DeskTools,
  token: string,
  freezing: Awaited<ReturnType<typeof freezeGroups>>,
): Promise<DeliveryResult[]> {
  const { db, warn } = tools;
  const idsOf = (group: MailGroup): string[] => group.mails.map((one) => one.mail.id);
  for (const { group, error } of freezing.unwritten) {
    warn('a mail could not be written', { rows: idsOf(group), notification: group.mails[0].mail.intent.kind });
    await recordUnwritten(db, token, idsOf(group), { word: 'technical-failure', response: error }, instantOf(Date.now() + faultPauseMs));
  }
  for (const group of freezing.changed) await holdAgain(db, token, idsOf(group));
  for (const group of freezing.unreachable) {
    const failed = consequencesOf(group.mails, group.mails[0].reader, undefined);
    await db.transaction((tx) => failWithoutAddress(tx, token, idsOf(group), failed));
  }
  return [
    ...freezing.changed.map((group): DeliveryResult => ({ rowIds: idsOf(group), result: 'released' })),
    ...freezing.unwritten.map(({ group }): DeliveryResult => ({ rowIds: idsOf(group), result: 'retry' })),
    ...freezing.unreachable.map((group): DeliveryResult => ({ rowIds: idsOf(group), result: 'failed' })),
  ];
}

/** Mails whose fate is unknown go again as they are stored: not asked, not rendered, not put into another digest. */
async function uncertainOnes(tools: DeskTools, mails: ClaimedMail[]): Promise<ReadyDelivery[]> {
  const ids = [...new Set(mails.flatMap((mail) => mail.uncertainDeliveryId ?? []))];
  if (ids.length === 0) return [];
  const stored = await uncertainDeliveries(tools.db, ids);
  const about = async (own: ClaimedMail[]): Promise<NeededMail[]> => (await askAgain(tools, own)).needed;
  return stored.map(({ id, class: kind, frozen }) => {
    const own = mails.filter((mail) => mail.uncertainDeliveryId === id);
    return {
      id,
      class: kind,
      fixed: frozen,
      mails: own,
      failed: async (refused) => consequencesOf(await about(own), (await about(own))[0]?.reader, refused),
    };
  });
}

/** So many mails on their way at once; their records are awaited together at the end, and a failed one fails the batch. */
async function sendAll(
  mails: ReadyDelivery[],
  width: number,
  send: (mail: ReadyDelivery) => Promise<{ recorded: Promise<DeliveryResult> }>,
): Promise<DeliveryResult[]> {
  const records: Promise<DeliveryResult>[] = [];
  const queue = [...mails];
  const one = async (): Promise<void> => {
    for (let mail = queue.shift(); mail !== undefined; mail = queue.shift()) {
      const { recorded } = await send(mail);
      recorded.catch(() => queue.splice(0)); // Nothing more leaves when it cannot be recorded; the wait below tells why.
      records.push(recorded);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, mails.length) }, one));
  return Promise.all(records);
}
