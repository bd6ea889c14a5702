import { z } from 'zod';

/** The mail server's record could not be asked, or answered something else than a record. */
export class MailRecordError extends Error {
  constructor(
    readonly code: 'MAIL_RECORD_AWAY' | 'MAIL_RECORD_WRONG',
    message: string,
  ) {
    super(message);
    this.name = 'MailRecordError';
  }
}

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const page = z.object({
  record: z.string().min(1).max(200),
  coversFrom: instant,
  coversUntil: instant,
  mails: z.array(z.object({ messageId: z.string().max(1_000), receivedAt: instant })).max(10_000),
  next: z.string().min(1).max(1_000).nullable(),
});

/** One page of what a mail server says it took, by `docs/mail-record.md`. Instants are UTC texts of one form, so they sort as texts. */
export type MailRecordPage = z.output<typeof page>;

const withinMs = 10_000;

/**
 * Asks for the mails that the server took since an instant. A sign-in in the address goes as a header.
 * @param after `next` of the page before
 * @throws MailRecordError when nothing answers in time, or something that is no record
 */
export async function askMailRecord(url: string, since: string, after: string | null): Promise<MailRecordPage> {
  const asked = new URL(url);
  const { username, password } = asked;
  asked.username = asked.password = '';
  asked.searchParams.set('since', since);
  if (after !== null) asked.searchParams.set('after', after);
  const signIn = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  const headers = { accept: 'application/json', ...(username === '' ? {} : { authorization: `Basic ${signIn}` }) };
  const parsed = page.safeParse(await jsonOf(asked, headers));
  if (!parsed.success) throw new MailRecordError('MAIL_RECORD_WRONG', z.prettifyError(parsed.error));
  return parsed.data;
}

async function jsonOf(url: URL, headers: Record<string, string>): Promise<unknown> {
  let text: string;
  try {
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(withinMs) });
    text = await response.text();
    if (!response.ok) throw new Error(`status ${response.status}`);
  } catch (error) {
    throw new MailRecordError('MAIL_RECORD_AWAY', error instanceof Error ? error.message : 'no answer');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new MailRecordError('MAIL_RECORD_WRONG', 'the answer is no JSON');
  }
}
