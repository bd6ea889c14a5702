// @ts-check
/**
 * The mail catcher of the embedded default: takes every message by SMTP, delivers none, and shows them on a page.
 * Usage: mail-catcher.mjs <folder> <smtp port> <http port>
 */
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { MailStore } from './mail-store.mjs';
import { INBOX_PAGE } from './inbox-page.mjs';

const MAX_MESSAGE_BYTES = 50_000_000;
const HOST = '127.0.0.1';

const [folder, smtpPort, httpPort] = process.argv.slice(2);
if (folder === undefined || httpPort === undefined) throw new Error('usage: mail-catcher.mjs <folder> <smtp port> <http port>');
const store = new MailStore(folder);

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  size: MAX_MESSAGE_BYTES,
  logger: false,
  onAuth: (auth, _session, answer) => answer(null, { user: auth.username }),
  onData: (stream, session, answer) => {
    /** @type {Buffer[]} */
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      if (stream.sizeExceeded) return answer(Object.assign(new Error('Message too large'), { responseCode: 552 }));
      const receivers = session.envelope.rcptTo.map(({ address }) => address);
      store.keep(Buffer.concat(parts), receivers).then(
        ({ id }) => answer(null, `kept as ${id}`),
        (error) => answer(Object.assign(new Error(String(error)), { responseCode: 451 })),
      );
    });
  },
});
smtp.on('error', (error) => console.error('smtp error:', error.message));

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} type
 * @param {string | Buffer} body
 */
function answer(response, status, type, body) {
  // Caught mail is foreign content: nothing in it may run or load anything from outside.
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; form-action 'none'";
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}

/** @type {Record<string, (response: import('node:http').ServerResponse, id: string) => Promise<void> | void>} */
const views = {
  '': async (response, id) => {
    const message = await store.parsed(id);
    if (message === undefined) return answer(response, 404, 'application/json', '{"error":"unknown message"}');
    answer(response, 200, 'application/json; charset=utf-8', JSON.stringify(message));
  },
  '/raw': async (response, id) => answer(response, 200, 'text/plain; charset=utf-8', (await store.raw(id)) ?? ''),
  '/html': async (response, id) =>
    answer(response, 200, 'text/html; charset=utf-8', `<base target="_blank">${(await store.parsed(id))?.html ?? ''}`),
};

/** @type {Record<string, (response: import('node:http').ServerResponse, query: URLSearchParams) => void>} */
const pages = {
  'GET /': (response) => answer(response, 200, 'text/html; charset=utf-8', INBOX_PAGE.html),
  'GET /inbox.js': (response) => answer(response, 200, 'text/javascript; charset=utf-8', INBOX_PAGE.script),
  'GET /api/messages': (response, query) => {
    const filter = {
      to: query.get('to') ?? undefined,
      search: query.get('search') ?? undefined,
      limit: Number(query.get('limit') ?? 200) || 200,
    };
    answer(response, 200, 'application/json; charset=utf-8', JSON.stringify(store.list(filter)));
  },
  'GET /api/record': (response, query) => {
    const since = query.get('since') ?? '';
    if (Number.isNaN(Date.parse(since))) return answer(response, 400, 'text/plain', 'since must be an instant');
    answer(response, 200, 'application/json', JSON.stringify(store.record({ since, after: query.get('after') ?? undefined })));
  },
  'DELETE /api/messages': (response) => {
    store.clear();
    answer(response, 204, 'text/plain', '');
  },
};

const http = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://inbox');
  const page = pages[`${request.method} ${pathname}`];
  if (page !== undefined) return page(response, searchParams);
  const [, id, part = ''] = /^\/api\/messages\/([0-9a-z-]+)(\/raw|\/html)?$/.exec(pathname) ?? [];
  const view = request.method === 'GET' && id !== undefined ? views[part] : undefined;
  if (id === undefined || view === undefined) return answer(response, 404, 'text/plain', 'not found');
  Promise.resolve(view(response, id)).catch((error) => answer(response, 500, 'text/plain', String(error)));
});

smtp.listen(Number(smtpPort), HOST);
http.listen(Number(httpPort), HOST, () => console.log(`inbox at http://${HOST}:${httpPort}, SMTP at ${HOST}:${smtpPort}`));

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  process.once(signal, () => {
    http.closeAllConnections();
    http.close();
    smtp.close(() => process.exit(0));
  });
}
