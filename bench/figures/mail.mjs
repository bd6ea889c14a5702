// @ts-check
import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import { alternate, lineOf } from '../statistics.mjs';

/**
 * Number 5a: due outbox rows until the SMTP sink has accepted them, against the raw nodemailer pool with bodies of the same size at the same sink.
 * The rows are copies of a receipt that first data wrote, each with a key of its own.
 * @param {import('../run.mjs').Bench} bench
 */
export async function mail({ baseline, sink, quick }) {
  const count = quick ? 200 : 2_000;
  const ours = async () => {
    await sink.reset();
    const shard = await queueCopies(baseline.pool, count);
    const since = performance.now();
    await baseline.client.workflow.getHandle(`mail-desk/${shard}`).signal('due', { atMs: Date.now() });
    await sink.untilAccepted(count, 180_000);
    return { seconds: (performance.now() - since) / 1_000 };
  };
  const raw = async () => {
    const body = sink.lastMail() || 'x'.repeat(8_000);
    await sink.reset();
    const pool = nodemailer.createTransport({
      host: '127.0.0.1',
      port: sink.port,
      pool: true,
      maxConnections: 5,
      maxMessages: 100,
      ignoreTLS: true,
    });
    const since = performance.now();
    await Promise.all(
      Array.from({ length: count }, (_, i) =>
        pool.sendMail({ envelope: { from: 'bench@gongfang.example', to: `reader-${i}@reader.example` }, raw: body }),
      ),
    );
    pool.close();
    return { seconds: (performance.now() - since) / 1_000 };
  };
  const rounds = await alternate(quick ? 2 : 3, ours, raw);
  const last = rounds.at(-1);
  const rate = rounds.map((r) => r.baseline.seconds / r.ours.seconds);
  const detail = `${(count / (last?.ours.seconds ?? 1)).toFixed(0)} mails/s against ${(count / (last?.baseline.seconds ?? 1)).toFixed(0)}/s of the raw pool`;
  return [lineOf({ id: '5a-rate', name: `${count} due mails to the SMTP sink, mails/s`, ratios: rate, target: 0.7, most: false, detail })];
}

/**
 * @param {import('pg').Pool} pool
 * @param {number} count
 * @returns {Promise<string>} shard of the mail desk that has to send them
 */
async function queueCopies(pool, count) {
  const { rows } = await pool.query(
    `INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, copy, notification, class, intent, shard, send_after_virtual, send_after)
     SELECT gen_random_uuid(), 'mail', business_key || '/bench/' || $1 || '/' || n, entity_kind, entity_id, rev, seq, person_id, role, copy, notification, class, intent, shard, now(), now()
       FROM (SELECT * FROM outbox WHERE kind = 'mail' AND notification = 'submission-receipt' AND business_key NOT LIKE '%/bench/%' LIMIT 1) one,
            generate_series(1, $2::int) n
     RETURNING shard`,
    [randomUUID(), count],
  );
  return rows[0].shard;
}
