// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** An SMTP server that accepts and counts everything. */
export async function startSink() {
  let accepted = 0;
  let last = '';
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const chunks = /** @type {Buffer[]} */ ([]);
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        last = Buffer.concat(chunks).toString();
        accepted += 1;
        done();
      });
    },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const port = /** @type {import('node:net').AddressInfo} */ (server.server.address()).port;
  return {
    port,
    lastMail: () => last,
    /** Waits until nothing arrives any more, then counts from zero. */
    async reset() {
      for (let before = -1; before !== accepted;) {
        before = accepted;
        await delay(1_500);
      }
      accepted = 0;
    },
    /** @param {number} count @param {number} withinMs */
    async untilAccepted(count, withinMs) {
      const end = Date.now() + withinMs;
      while (accepted < count) {
        if (Date.now() > end) throw new Error(`${accepted} of ${count} mails arrived`);
        await delay(10);
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve(undefined))),
  };
}
