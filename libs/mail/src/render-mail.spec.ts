import { ladderKeys, ladderLevels, notificationKinds, standingRoles } from '@app/domain';
import { mailWords } from '@app/platform';
import { aChineseReader, aMatter, aReader, classOf, mailSettings, sampleNames } from '../../../test/support/mail-builders';
import type { MailReader } from './mail-data';
import { renderMail, type RenderedMail } from './render-mail';
import { templates } from './templates';

function render(kind: (typeof notificationKinds)[number], reader: MailReader, values = {}): RenderedMail {
  const matter = aMatter(kind, values);
  return renderMail({ key: matter.key, class: classOf(kind), reader, matters: [matter], names: sampleNames }, mailSettings);
}

/** What a person reads of the HTML part. */
function seen(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<div style="display:none[\s\S]*?<\/div>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#34;/g, '"')
    .replace(/&#39;/g, "'");
}

/** Dates, times, numbers, references, fingerprints and links of a text: what must be the same in every part and language. */
function factsIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s"<]+|LMGF-[\w-]+|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}|\d+(?:\.\d+)?/g) ?? [];
  return [...new Set(found)].sort();
}

describe.each(notificationKinds)('mail %s', (kind) => {
  it('has the same facts in HTML and text', () => {
    for (const reader of [aReader(), aChineseReader()]) {
      const { html, text } = render(kind, reader);
      expect(factsIn(seen(html))).toEqual(factsIn(text));
    }
  });

  it('has the same facts in Chinese and English', () => {
    const zone = 'Asia/Vientiane';
    const zh = render(kind, { ...aChineseReader(), country: 'LA', zone });
    const en = render(kind, aReader());
    expect(factsIn(zh.text)).toEqual(factsIn(en.text));
  });

  it('holds every line of both bodies in each other, leaves no gap and no unknown word', () => {
    const { html, text, subject } = render(kind, aReader());
    const plain = seen(html).replace(/\s+/g, ' ');
    const missing = text
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^-+ ?$/.test(line) && !line.includes(': '))
      .filter((line) => !plain.includes(line.trim().replace(/\s+/g, ' ')));
    expect(missing).toEqual([]);
    expect(`${html}${text}${subject}`).not.toMatch(/undefined|\[object|NaN|\{\{|\{%/);
  });

  it('survives long, empty, right-to-left, combining and markup values', () => {
    const nasty = `"><script>alert(1)</script>\u202Eevil\u0301 ${'很长'.repeat(2_500)}`;
    const { html, subject } = render(kind, aReader({ addressAs: nasty, fullName: '', honorific: null, positionZh: null }), { ref: nasty });
    expect(html).not.toContain('<script>');
    expect([...subject].length).toBeLessThanOrEqual(180);
    expect(subject).not.toMatch(/[\r\n\u202e]/);
  });
});

describe('the subject', () => {
  it('has tag, reference, act and the date in Beijing', () => {
    expect(render('report-opened', aReader()).subject).toBe(
      '[澜湄工坊|LM Workshop] LMGF-2025-LA-003 Annual report 2026 is open - due 2027-03-31 (Beijing)',
    );
    expect(render('report-opened', aChineseReader()).subject).toBe(
      '[澜湄工坊|LM Workshop] LMGF-2025-LA-003 2026 年度报告开始填报 - 截止 2027-03-31（北京）',
    );
  });

  it('takes no line break from a name', () => {
    const matter = aMatter('confirmation-asked', { command: 'x\r\nBcc: thief@example.com' });
    const mail = renderMail({ key: 'k', class: 'notice', reader: aReader(), matters: [matter], names: sampleNames }, mailSettings);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.subject).toContain('x Bcc: thief@example.com');
  });
});

describe('languages', () => {
  it('of a letter are both, Chinese first for readers in China', () => {
    expect(render('award-letter', aChineseReader()).languages).toEqual(['zh-CN', 'en']);
    const abroad = render('award-letter', aReader());
    expect(abroad.languages).toEqual(['en', 'zh-CN']);
    expect(abroad.text.indexOf('The Alliance council')).toBeLessThan(abroad.text.indexOf('经联盟理事会审定'));
  });

  it('of other mail are the reader’s own, and English says so where we lack it', () => {
    expect(render('report-opened', aReader({ language: 'zh-CN' })).languages).toEqual(['zh-CN']);
    const lao = render('report-opened', aReader({ language: 'lo' }));
    expect(lao.languages).toEqual(['en']);
    expect(lao.text).toContain('Mail in your language (lo) is not available yet');
    expect(render('report-opened', aReader()).text).not.toContain('not available yet');
  });
});

describe('a mail about a date', () => {
  const { text, calendar, headers, references, messageId } = render('report-opened', aReader());

  it('says it in Beijing and local time, with arithmetic, basis and consequence', () => {
    expect(text).toContain('Due: 2027-03-31 24:00 (Beijing) = 2027-03-31 23:00 (Vientiane)');
    expect(text).toContain(
      '10 working days counted from 2027-03-17, which is not counted itself, give 2027-03-31. Calendars: China, Lao PDR. Days off passed over: 2027-03-22 Founding day (Lao PDR). Weekends were passed over.',
    );
    expect(render('report-opened', aChineseReader()).text).toContain('2027-03-22 成立日（老挝）');
    expect(text).toContain('Basis: Policy report.due; Civil Code art. 203');
    expect(text).toContain('If nothing happens: 2027-05-30 24:00 (Beijing) = 2027-05-30 23:00 (Vientiane): a formal warning is sent.');
    expect(text).toContain('You get this mail because you may edit this project for its applicant.');
  });

  it('says it once where clocks agree, and with half hours where they do', () => {
    expect(render('report-opened', aChineseReader()).text).toContain('期限: 2027-03-31 24:00（北京）\n');
    expect(render('report-opened', aReader({ zone: 'Asia/Yangon' })).text).toContain('= 2027-03-31 22:30 (Yangon)');
  });

  it('brings a calendar file whose entry keeps its identity when the date moves', () => {
    const uid = /^UID:(.*)$/m.exec(calendar ?? '')?.[1];
    const moved = aMatter('report-opened', {});
    moved.intent = { ...moved.intent, series: 3, endsAt: '2027-04-30T16:00:00.000Z' };
    const later =
      renderMail({ key: 'k', class: 'notice', reader: aReader(), matters: [moved], names: sampleNames }, mailSettings).calendar ?? '';
    expect(calendar).toContain('DTSTART:20270331T160000Z');
    expect(later).toContain('DTSTART:20270430T160000Z');
    expect(later).toContain(`UID:${uid}`);
    expect(later).toContain('SEQUENCE:3');
  });

  it('is made by no person and hangs in the thread of its project', () => {
    expect(headers).toMatchObject({ 'Auto-Submitted': 'auto-generated', 'X-Gongfang-Reference': 'LMGF-2025-LA-003' });
    expect(references).toMatch(/^<[0-9a-f]{64}@mail\.example\.org>$/);
    expect(messageId).not.toBe(references);
  });

  it('is the same text on every try', () => {
    expect(render('report-opened', aReader())).toEqual(render('report-opened', aReader()));
  });

  it('that is past brings no calendar file and says how late it is', () => {
    const late = aMatter('escalation', {}, { datedAt: '2027-04-14T03:00:00.000Z', copy: true, insteadOf: true, rehearsal: true });
    const mail = renderMail({ key: 'k', class: 'notice', reader: aReader(), matters: [late], names: sampleNames }, mailSettings);
    expect(mail.calendar).toBeUndefined();
    expect(mail.text).toContain('Vientiane Technical College has not done it; it is 14 days late.');
    expect(mail.text).toContain('You get this as a copy.');
    expect(mail.text).toContain('The person first addressed could not be reached.');
    expect(mail.text).toContain('Rehearsal: this mail is about no real project.');
  });
});

describe('a digest', () => {
  it('greets once, counts its matters and holds each with its own link', () => {
    const second = aMatter('milestone-late', {}, { actionUrl: 'https://gongfang.example.org/a/second' });
    const mail = renderMail(
      {
        key: 'digest/p-1/2027-03-01',
        class: 'notice',
        reader: aReader(),
        matters: [aMatter('report-opened'), second],
        names: sampleNames,
        digestOn: '2027-03-01',
      },
      mailSettings,
    );
    expect(mail.subject).toBe('[澜湄工坊|LM Workshop] 2 matters of 2027-03-01');
    expect(mail.text.match(/Dear Mr Somsack,/g)).toHaveLength(1);
    expect(mail.text).toContain('These 2 matters concern you today.');
    expect(mail.html).toContain('https://gongfang.example.org/a/second');
    expect(mail.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(factsIn(seen(mail.html))).toEqual(factsIn(mail.text));
  });
});

describe('a text of an administrator', () => {
  it('reaches nothing but the values, and what is missing is an error, not a gap', () => {
    const { body } = templates['mou-in-force'].texts.en;
    const put = (text: string): void => void (templates['mou-in-force'].texts.en.body = [text]);
    try {
      put('{{ title.constructor }}|{{ constructor }}');
      expect(() => render('mou-in-force', aReader())).toThrow('undefined variable');
      put('{{ nothing }}');
      expect(() => render('mou-in-force', aReader())).toThrow('undefined variable');
    } finally {
      templates['mou-in-force'].texts.en.body = body;
    }
  });
});

describe('the words of mails', () => {
  it('are complete: every ladder row, level and role, with the same keys in both languages', () => {
    for (const words of Object.values(mailWords)) {
      expect(Object.keys(words.ladders).sort()).toEqual([...ladderKeys].sort());
      expect(Object.keys(words.levels).sort()).toEqual([...ladderLevels].sort());
      expect(Object.keys(words.roles)).toEqual(
        expect.arrayContaining([...standingRoles, 'owner', 'officeHead', 'AC', 'PL', 'LR', 'PC', 'PS']),
      );
    }
    const { en, 'zh-CN': zh } = mailWords;
    for (const group of Object.keys(en) as (keyof typeof en)[])
      expect(Object.keys(zh[group]).sort()).toEqual(Object.keys(en[group]).sort());
  });

  it('have a label for every fact of every template', () => {
    const shown = Object.values(templates).flatMap((template) => template.facts);
    const labels = Object.keys(mailWords.en.labels);
    const told: Record<string, string> = {
      organizationId: 'organization',
      personId: 'person',
      successorId: 'successor',
      proposedBy: 'proposer',
      placeTextId: 'place',
      reasonTextId: 'reason',
      defectTextIds: 'defects',
    };
    expect(shown.map((key) => told[key] ?? key).filter((key) => !labels.includes(key))).toEqual([]);
  });
});

describe('a receipt', () => {
  const entry = { rev: 7, hash: 'e'.repeat(64) };
  const textOf = (kind: (typeof notificationKinds)[number], reader: MailReader): string => {
    const matter = { ...aMatter(kind), entry };
    return renderMail({ key: matter.key, class: classOf(kind), reader, matters: [matter], names: sampleNames }, mailSettings).text;
  };

  it('names the entry of the ledger with its hash, in both languages; other mails do not', () => {
    for (const reader of [aReader(), aChineseReader()]) {
      expect(textOf('submission-receipt', reader)).toContain(`7 · ${entry.hash}`);
      expect(textOf('report-submitted', reader)).toContain(entry.hash);
      expect(textOf('withdrawal-receipt', reader)).not.toContain(entry.hash);
    }
  });
});

describe('the button of a mail that asks for no command', () => {
  it.each([
    ['project', 'Open the project'],
    ['call', 'Open the call'],
  ] as const)('leads to the %s and says so', (kind, words) => {
    const { action: _action, ...intent } = aMatter('call-closed').intent;
    const matter = aMatter('call-closed', {}, { entity: { kind, id: 'e1' }, intent });
    const { text } = renderMail(
      { key: matter.key, class: 'notice', reader: aReader(), matters: [matter], names: sampleNames },
      mailSettings,
    );
    expect(text).toContain(words);
  });
});

describe('the greeting', () => {
  const text = (reader: MailReader): string => render('award-letter', reader).text;

  it('names position without its remark in Chinese, and in English never a Chinese form of address', () => {
    const president = { ...aChineseReader(), addressAs: '李院长', positionZh: '院长(法定代表人)' };
    expect(text(president)).toContain('尊敬的李明院长：');
    expect(text(president)).toMatch(/Dear (Mr )?Li Ming,/);
  });

  it('uses the name a reader chose', () => {
    expect(text(aReader())).toMatch(/Dear .*Somsack,/);
  });
});

it('names the Civil Code in the language of the text', () => {
  const { text } = render('award-letter', aChineseReader());
  expect([...text.matchAll(/Civil Code art\.|《民法典》第/g)].map(([found]) => found).sort()).toEqual(['Civil Code art.', '《民法典》第']);
});
