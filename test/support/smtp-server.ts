import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** Where in the talk an answer is asked for. */
export interface SmtpMoment {
  stage: 'connect' | 'hello' | 'auth' | 'mail' | 'rcpt' | 'data' | 'body';
  /** Address of `MAIL FROM` or `RCPT TO`; of the body its one recipient. */
  address: string;
  /** Whole message, at `body`: the server has it, and has not said so yet. */
  raw: string;
  /** How often this stage was reached with this address, this time included. */
  nth: number;
}

/** What the server does: a reply line, or `drop` the connection, `hang` in silence, or `drip` one byte a second. Undefined: as a good server would. */
export type SmtpAnswer = string | 'drop' | 'hang' | 'drip' | undefined;

/** A message the server took. */
export interface TakenMail {
  to: string;
  from: string;
  raw: string;
  messageId: string;
}

/** A server that speaks SMTP by script, so that every fault of a real one can be played. */
export interface ScriptedSmtp {
  url: string;
  /** Messages that were answered with 250, and those that were taken although the answer never came. */
  taken: TakenMail[];
  /** Most connections at one time. */
  mostConnections: number;
  /** Replaces the script. */
  play(script: (moment: SmtpMoment) => SmtpAnswer | Promise<SmtpAnswer>): void;
  close(): Promise<void>;
}

const good: Record<SmtpMoment['stage'], string> = {
  connect: '220 sink.example.org ESMTP',
  hello: '250 sink.example.org',
  auth: '235 ok',
  mail: '250 ok',
  rcpt: '250 ok',
  data: '354 go on',
  body: '250 kept',
};

/** Starts a scripted server on a free port of this machine. */
export async function startScriptedSmtp(): Promise<ScriptedSmtp> {
  const sockets = new Set<Socket>();
  const counts = new Map<string, number>();
  let script: (moment: SmtpMoment) => SmtpAnswer | Promise<SmtpAnswer> = () => undefined;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    smtp.mostConnections = Math.max(smtp.mostConnections, sockets.size);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    talk(socket, smtp, async (moment) => {
      const key = `${moment.stage} ${moment.address}`;
      const nth = (counts.get(key) ?? 0) + 1;
      counts.set(key, nth);
      return script({ ...moment, nth });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const smtp: ScriptedSmtp = {
    url: `smtp://127.0.0.1:${address.port}`,
    taken: [],
    mostConnections: 0,
    play: (next) => {
      script = next;
      counts.clear();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return smtp;
}

type Ask = (moment: Omit<SmtpMoment, 'nth'>) => Promise<SmtpAnswer>;

/** One connection: lines are answered in order, and a body ends with a dot alone. */
function talk(socket: Socket, smtp: ScriptedSmtp, ask: Ask): void {
  let buffer = '';
  let from = '';
  let to = '';
  let inBody = false;
  let work = reply('connect', '', '');
  async function reply(stage: SmtpMoment['stage'], address: string, raw: string, otherwise = good[stage]): Promise<boolean> {
    const answer = (await ask({ stage, address, raw })) ?? otherwise;
    if (answer === 'drop') socket.destroy();
    else if (answer === 'drip') drip(socket, otherwise);
    else if (answer !== 'hang') socket.write(`${answer}\r\n`);
    return /^[23]/.test(answer);
  }
  const verbs: Record<string, (address: string) => Promise<unknown> | void> = {
    EHLO: () => reply('hello', '', '', '250-sink.example.org\r\n250 AUTH PLAIN LOGIN'),
    AUTH: () => reply('auth', '', ''),
    MAIL: async (address) => void (from = (await reply('mail', address, '')) ? address : ''),
    RCPT: async (address) => void (to = (await reply('rcpt', address, '')) ? address : ''),
    DATA: async () => void (inBody = await reply('data', to, '')),
    QUIT: () => void socket.end('221 bye\r\n'),
  };
  async function line(text: string): Promise<void> {
    const answer = verbs[text.slice(0, 4).toUpperCase()];
    if (answer === undefined) socket.write('250 ok\r\n');
    else await answer(/<([^>]*)>/.exec(text)?.[1] ?? '');
  }
  async function body(raw: string): Promise<void> {
    inBody = false;
    const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';
    const mail = { to, from, raw, messageId };
    const answer = (await ask({ stage: 'body', address: to, raw })) ?? good.body;
    // A server that falls silent now has the message all the same: that is the one window in which a mail may be doubled.
    if (!/^[45]/.test(answer)) smtp.taken.push(mail);
    if (answer === 'drop') socket.destroy();
    else if (answer === 'drip') drip(socket, good.body);
    else if (answer !== 'hang') socket.write(`${answer}\r\n`);
  }
  async function consume(): Promise<void> {
    for (;;) {
      const end = inBody ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
      if (end < 0) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + (inBody ? 5 : 2));
      if (inBody) await body(`${text}\r\n`.replace(/\r\n\.\./g, '\r\n.'));
      else await line(text);
    }
  }
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8');
    work = work.then(consume).then(() => true);
    work.catch(() => socket.destroy());
  });
}

function drip(socket: Socket, text: string): void {
  const bytes = [...text];
  const timer = setInterval(() => {
    const next = bytes.shift();
    if (next === undefined || socket.destroyed) clearInterval(timer);
    else socket.write(next);
  }, 1_000);
  timer.unref();
  socket.on('close', () => clearInterval(timer));
}
