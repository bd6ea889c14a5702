import { messageIdOf } from '@app/mail';
import type { Config, PlainMail } from '@app/platform';
import { addressIn, type MailTransport } from '../../notification/mail-transport';

/** Sends a mail in plain words straight to the mail server; answers whether it took it, and what it said. */
export async function sendPlainMail(
  transport: MailTransport,
  { mail: settings }: Pick<Config, 'mail'>,
  { key, name, address, mail }: { key: string; name: string; address: string; mail: PlainMail },
): Promise<{ sent: boolean; said: string }> {
  const raw = await transport.compose({
    from: settings.from,
    to: { name, address },
    // Of another form than the desk's: the watchdog asks of those only whether they are on record.
    messageId: messageIdOf(key, settings.domain).replace('<', '<plain.'),
    date: new Date(),
    subject: mail.subject,
    text: `${mail.lines.join('\n\n')}\n`,
    html: `<!doctype html><meta charset="utf-8">${mail.lines.map(paragraph).join('')}`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  const sent = await transport.send({ raw, from: addressIn(settings.from), to: address }, { letter: true });
  return { sent: sent.sent, said: sent.sent ? sent.response : (sent.failure.response ?? sent.failure.code ?? 'failed') };
}

function paragraph(line: string): string {
  const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return line.includes('\n') ? `<pre style="white-space:pre-wrap;overflow-wrap:anywhere">${escaped}</pre>` : `<p>${escaped}</p>`;
}
