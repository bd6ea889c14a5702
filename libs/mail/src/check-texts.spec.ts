import { notificationKinds, type MailTextPair, type TextFinding } from '@app/domain';
import { builtInTexts, checkTexts, renderWith, sampleMail, textValuesOf } from './check-texts';

const check = (texts: MailTextPair): TextFinding[] => checkTexts('mou-in-force', texts, { names: [], real: [] });
const pair = (zh: string, en: string): MailTextPair => ({ 'zh-CN': { act: '通知', body: [zh] }, en: { act: 'Notice', body: [en] } });
const codes = (texts: MailTextPair): string[] => check(texts).map(({ code }) => code);

describe.each(notificationKinds)('the words of the release for %s', (kind) => {
  it('pass the check that every released version passes', () => {
    expect(checkTexts(kind, builtInTexts(kind), { names: [], real: [] })).toEqual([]);
  });

  it('name values that the page can explain, each with an example', () => {
    for (const { onlyAsked, example } of textValuesOf(kind))
      expect(Object.values(example).every((one) => (one === '') === onlyAsked)).toBe(true);
  });
});

describe('words of an administrator', () => {
  it('may put in values and ask for them, nothing else', () => {
    expect(codes(pair('{% if late %}已逾期{% else %}项目{% endif %}“{{ title }}”', '{% if late %}late{% endif %} {{ title }}'))).toEqual(
      [],
    );
    for (const bad of [
      '{{ title | upcase }}',
      '{% for a in b %}{% endfor %}',
      '{% include "x" %}',
      '{{ title.length }}',
      '{{ "text" }}',
      '{{ title',
      '{% if late %}',
      '{% assign a = 1 %}',
    ])
      expect([bad, codes(pair(`甲 ${bad}`, `A ${bad}`))]).toEqual([bad, ['TEXT_UNREADABLE', 'TEXT_UNREADABLE']]);
    expect(codes(pair('{{ constructor }}甲', '{{ constructor }} A'))).toEqual(['TEXT_UNKNOWN_VALUE', 'TEXT_UNKNOWN_VALUE']);
  });

  it('are tried on real mails: one that they cannot be written with is named', () => {
    const tried = sampleMail('mou-in-force');
    const { effectiveOn: _, ...values } = tried.matter.intent.values;
    const real = { ...tried, matter: { ...tried.matter, intent: { ...tried.matter.intent, values } } };
    const texts = pair('{{ effectiveOn }}起生效', 'In force from {{ effectiveOn }}');
    expect(checkTexts('mou-in-force', texts, { names: [], real: [] })).toEqual([]);
    expect(checkTexts('mou-in-force', texts, { names: [], real: [real] })).toEqual([
      { code: 'TEXT_UNWRITABLE', language: 'zh-CN', slot: null, value: expect.stringContaining('LMGF-2025-LA-003') as string },
    ]);
  });

  it('know countries as names', () => {
    expect(codes(pair('请老挝方面办理。', 'Please act.'))).toEqual(['TEXT_NAME_ONE_SIDE']);
  });

  it('are shown as text, whatever they and the values hold', () => {
    const tried = sampleMail('mou-in-force');
    const nasty = { ...tried, matter: { ...tried.matter, title: { zh: '<script>x</script>', en: '<script>x</script>' } } };
    const { html } = renderWith(pair('{{ title }} & <b>', '{{ title }} & <b>'), nasty, 'en', { domain: 'd', subjectTag: '' });
    expect(html).not.toMatch(/<script>|<b>/);
    expect(html).toContain('&lt;script&gt;');
  });
});
