import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { askMailRecord } from '../../apps/worker/src/engine/watchdog/ask-mail-record';
import { freePort, spawnProgram, waitFor } from '../support/stack';
import type { AppProcess } from '../support/stack';

interface Listed {
  total: number;
  messages: { id: string; subject: string; from: string; envelopeTo: string[]; messageId: string }[];
}

interface Message {
  text: string;
  html: string;
  attachments: { filename: string; mimeType: string; content: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'gongfang-mail-'));
let catcher: AppProcess;
let ports: { smtp: number; http: number };
let inbox: string;

async function startCatcher(): Promise<void> {
  ports = { smtp: await freePort(), http: await freePort() };
  inbox = `http://127.0.0.1:${ports.http}`;
  catcher = spawnProgram('scripts/stack/mail-catcher.mjs', [folder, String(ports.smtp), String(ports.http)], {});
  await waitFor(async () => (await fetch(`${inbox}/api/messages`)).ok, { what: 'the catcher' });
}

/** A conversation by SMTP, line by line; answers the server's last reply. */
async function send(to: string[], lines: string[]): Promise<string> {
  const socket = connect(ports.smtp, '127.0.0.1');
  const commands = [
    'EHLO test',
    'MAIL FROM:<sender@gongfang.localhost>',
    ...to.map((one) => `RCPT TO:<${one}>`),
    'DATA',
    [...lines, '.'].join('\r\n'),
  ];
  let last = '';
  for await (const reply of createInterface({ input: socket })) {
    last = reply;
    if (reply.startsWith('250-')) continue;
    const next = commands.shift();
    if (next === undefined) break;
    socket.write(`${next}\r\n`);
  }
  socket.destroy();
  return last;
}

function letter(subject: string, body: string[]): string[] {
  return [
    'From: Secretariat <sender@gongfang.localhost>',
    `Subject: ${subject}`,
    `Message-ID: <${randomUUID()}@gongfang.localhost>`,
    ...body,
  ];
}

async function list(query = ''): Promise<Listed> {
  return (await (await fetch(`${inbox}/api/messages${query}`)).json()) as Listed;
}

describe('the mail catcher', () => {
  beforeAll(startCatcher);
  afterAll(async () => {
    await catcher.stop();
    rmSync(folder, { recursive: true });
  });

  it('keeps what it took byte for byte and takes it apart for reading', async () => {
    const multipart = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...['--b', 'Content-Type: text/plain; charset=utf-8', '', '申报已收到', '..a line that began with a dot'],
      ...['--b', 'Content-Type: text/html; charset=utf-8', '', '<p>申报已收到</p>'],
      ...['--b', 'Content-Type: text/calendar', 'Content-Disposition: attachment; filename="date.ics"', '', 'BEGIN:VCALENDAR', '--b--'],
    ];
    const sent = letter('=?UTF-8?B?55Sz5oql?=', multipart);
    expect(await send(['lead@a.example', 'officer@b.example'], sent)).toMatch(/^250 /);
    const [mail] = (await list('?to=officer@b.example')).messages;
    expect(mail).toMatchObject({ subject: '申报', from: 'sender@gongfang.localhost', envelopeTo: ['lead@a.example', 'officer@b.example'] });
    const raw = await (await fetch(`${inbox}/api/messages/${mail?.id}/raw`)).text();
    expect(raw.trimEnd()).toBe(sent.join('\r\n').replace('..a line', '.a line'));
    const message = (await (await fetch(`${inbox}/api/messages/${mail?.id}`)).json()) as Message;
    expect(message.text).toContain('申报已收到');
    expect(message.attachments[0]).toMatchObject({ filename: 'date.ics', mimeType: 'text/calendar' });
  });

  it('finds by receiver and by subject', async () => {
    await send(['one@find.example'], letter('Reminder LMGF-2025-LA-003', ['', 'x']));
    await send(['two@find.example'], letter('Receipt', ['', 'x']));
    expect((await list('?to=ONE@find')).messages.map(({ subject }) => subject)).toEqual(['Reminder LMGF-2025-LA-003']);
    expect((await list('?search=receipt')).messages.map(({ envelopeTo }) => envelopeTo)).toEqual([['two@find.example']]);
  });

  it('still has every message after it was killed', async () => {
    const before = await list();
    await catcher.kill();
    await startCatcher();
    expect(await list()).toEqual(before);
  });

  it('lets nothing in a caught mail run or load from outside', async () => {
    const html = ['MIME-Version: 1.0', 'Content-Type: text/html', '', '<script>alert(1)</script><img src="https://outside.example/pixel">'];
    await send(['safe@a.example'], letter('script', html));
    const [mail] = (await list('?to=safe@a.example')).messages;
    const answer = await fetch(`${inbox}/api/messages/${mail?.id}/html`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await fetch(inbox)).text()).not.toContain('<script>alert');
  });

  it('says 404 for an unknown message and for a path out of its folder', async () => {
    for (const path of ['/api/messages/none', '/api/messages/..%2f..%2fetc%2fpasswd/raw', '/nothing']) {
      expect((await fetch(inbox + path)).status).toBe(404);
    }
  });

  it('tells by Message-ID and time what it took since an instant, page by page and without addresses', async () => {
    const record = `${inbox}/api/record`;
    const { coversUntil: since } = await askMailRecord(record, new Date().toISOString(), null);
    await send(['recorded@a.example'], letter('for the record', ['', 'x']));
    const [mail] = (await list('?to=recorded@a.example')).messages;
    const told = await askMailRecord(record, since, null);
    expect(told).toMatchObject({ mails: [{ messageId: mail?.messageId }], next: null });
    expect(JSON.stringify(told)).not.toContain('recorded@a');
    expect(await askMailRecord(record, since, mail?.id ?? '')).toMatchObject({ mails: [] });
    expect(told.coversFrom < since).toBe(true);
    expect((await fetch(`${record}?since=yesterday`)).status).toBe(400);
  });

  it('tells more than a page holds on several pages, each mail once', async () => {
    await catcher.kill();
    const like = { receivedAt: '2020-01-01T00:00:00.000Z', envelopeTo: [], from: '', subject: '', bytes: 1 };
    for (let n = 0; n < 1_500; n += 1) {
      const id = `20200101-${String(n).padStart(5, '0')}`;
      writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...like, id, messageId: `<${n}@pages.example>` }));
    }
    await startCatcher();
    const first = await askMailRecord(`${inbox}/api/record`, '2019-12-31T00:00:00Z', null);
    const second = await askMailRecord(`${inbox}/api/record`, '2019-12-31T00:00:00Z', first.next);
    expect([first.mails.length, second.next]).toEqual([1_000, null]);
    const pages = [...first.mails, ...second.mails].filter(({ messageId }) => messageId.endsWith('@pages.example>'));
    expect(new Set(pages.map(({ messageId }) => messageId)).size).toBe(1_500);
  });

  it('is asked with the sign-in of its address as a header, since another’s record may be protected', async () => {
    const told = { record: 'a', coversFrom: '2026-01-01T00:00:00Z', coversUntil: '2026-01-02T08:00:00+08:00', mails: [], next: null };
    const signIn = `Basic ${Buffer.from('watch:p@ss').toString('base64')}`;
    const server = createServer((request, response) => {
      response.writeHead(request.headers.authorization === signIn ? 200 : 401).end(JSON.stringify(told));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const answer = await askMailRecord(`http://watch:p%40ss@127.0.0.1:${port}/`, told.coversFrom, null);
      expect(answer.coversUntil).toBe('2026-01-02T00:00:00.000Z');
      await expect(askMailRecord(`http://127.0.0.1:${port}/`, told.coversFrom, null)).rejects.toMatchObject({ code: 'MAIL_RECORD_AWAY' });
    } finally {
      server.close();
    }
  });

  it('empties when asked to', async () => {
    expect((await fetch(`${inbox}/api/messages`, { method: 'DELETE' })).status).toBe(204);
    expect((await list()).total).toBe(0);
    // What was taken out is no longer covered: nobody concludes from it that a mail was never taken.
    const now = new Date().toISOString();
    const told = await askMailRecord(`${inbox}/api/record`, now, null);
    expect(Date.parse(now) - Date.parse(told.coversFrom)).toBeLessThan(60_000);
  });
});
