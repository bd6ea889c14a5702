import PostalMime from 'postal-mime';

/** A frozen mail in its parts. */
export interface MailContent {
  text: string | null;
  html: string | null;
  headers: { name: string; value: string }[];
  attachments: { name: string; mediaType: string; bytes: number }[];
}

/** Secret part of a link in a mail: only who received it may use it. */
const secretLink = /\/a\/[\w-]{43}/g;

/** Headers that tell an officer something, in the order in which they are shown. */
const shownHeaders = [
  'from',
  'to',
  'reply-to',
  'date',
  'message-id',
  'references',
  'content-language',
  'auto-submitted',
  'x-gongfang-reference',
  'x-gongfang-rule',
  'x-gongfang-reason',
];

/** Takes a mail's stored bytes apart. Links that act for their reader are left out for everybody else. */
export async function mailContent(raw: string, { own }: { own: boolean }): Promise<MailContent> {
  const mail = await PostalMime.parse(raw);
  const shown = (part: string | undefined): string | null => {
    if (part === undefined) return null;
    return own ? part : part.replace(secretLink, '/a/…');
  };
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
  return {
    text: shown(mail.text),
    html: shown(mail.html),
    headers: shownHeaders.flatMap((name) => {
      const value = headers.get(name);
      return value === undefined ? [] : [{ name, value }];
    }),
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? mimeType,
      mediaType: mimeType,
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
  };
}
