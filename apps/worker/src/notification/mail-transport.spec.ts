import { headerText } from '@app/mail';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { addressIn, createMailTransport, defaultTransportLimits, isCatcherUrl } from './mail-transport';

const transport = createMailTransport({ url: 'smtp://127.0.0.1:1025', rehearsal: true, ...defaultTransportLimits });
afterAll(() => transport.close());

const mail = {
  from: 'Secretariat <secretariat@example.org>',
  to: { name: 'Somsack', address: 'somsack@example.org' },
  messageId: '<1@example.org>',
  references: '<0@example.org>',
  date: new Date('2026-03-03T04:00:00.000Z'),
  subject: 'Subject',
  text: 'text',
  html: '<p>text</p>',
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Gongfang-Reference': 'R' },
};

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\r\nBcc: thief@example.com',
    'a\nSubject: other',
    'x\0y',
    '\u2028To: t@example.com',
    'é'.repeat(10_000),
    '", thief@example.com, "',
    '<thief@example.com>',
  ),
);

describe('the bytes of a mail', () => {
  it('have exactly the headers and the one reader they were made with, whatever a name or subject holds', async () => {
    const plain = (await PostalMime.parse(await transport.compose(mail))).headers.map((header) => header.key).sort();
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (name, subject) => {
        const raw = await transport.compose({
          ...mail,
          to: { name: headerText(name), address: mail.to.address },
          subject: headerText(subject),
        });
        const parsed = await PostalMime.parse(raw);
        expect(
          parsed.headers
            .map((header) => header.key)
            .filter((key) => key !== 'subject')
            .sort(),
        ).toEqual(plain.filter((key) => key !== 'subject'));
        expect(parsed.to?.map((reader) => reader.address)).toEqual(['somsack@example.org']);
        expect(parsed.bcc ?? parsed.cc).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  it('hold text, HTML and calendar; the thread is named, no person wrote it', async () => {
    const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR';
    const parsed = await PostalMime.parse(await transport.compose({ ...mail, replyTo: 'officer@example.org', calendar }));
    const header = (name: string): string | undefined => parsed.headers.find(({ key }) => key === name)?.value;
    expect(parsed.text?.trim()).toBe('text');
    expect(parsed.html?.trim()).toBe('<p>text</p>');
    expect(parsed.attachments.map((file) => file.mimeType)).toContain('text/calendar');
    expect([header('message-id'), header('references'), header('in-reply-to')]).toEqual([
      '<1@example.org>',
      '<0@example.org>',
      '<0@example.org>',
    ]);
    expect(parsed.replyTo?.[0]?.address).toBe('officer@example.org');
    expect(parsed.date).toBe('2026-03-03T04:00:00.000Z');
  });

  it('never take in a file or an address of the network', async () => {
    const sneaky = { ...mail, html: { path: '/etc/passwd' } as unknown as string };
    await expect(transport.compose(sneaky)).rejects.toThrow(/file access/i);
    const remote = { ...mail, text: { href: 'http://127.0.0.1:9/secret' } as unknown as string };
    await expect(transport.compose(remote)).rejects.toThrow(/url access/i);
  });
});

describe('addresses', () => {
  it('of a sender are read with and without a name', () => {
    expect(addressIn('Name <a@example.org>')).toBe('a@example.org');
    expect(addressIn(' a@example.org ')).toBe('a@example.org');
  });

  it('of a catcher are on this machine and on no port of a real server', () => {
    expect(isCatcherUrl('smtp://127.0.0.1:1025')).toBe(true);
    expect(isCatcherUrl('smtp://[::1]:1025')).toBe(true);
    for (const url of ['smtp://127.0.0.1', 'smtp://localhost:25', 'smtp://localhost.example.org:1025', 'smtp://192.168.0.1:1025']) {
      expect(isCatcherUrl(url)).toBe(false);
    }
  });
});
