import { languageOf, problemCatalogues, problemSentence, spokenLanguages } from './problem-sentences';

describe('sentences of problems', () => {
  it('says every problem in both languages', () => {
    expect(Object.keys(problemCatalogues['zh-CN'])).toEqual(Object.keys(problemCatalogues.en));
  });

  it.each(spokenLanguages)('says what is wrong and what to do, in %s', (language) => {
    for (const [code, [says, todo]] of Object.entries(problemCatalogues[language])) {
      expect([code, says.length > 3, todo.length > 2]).toEqual([code, true, true]);
      expect([code, /[\u4e00-\u9fff]/.test(says + todo)]).toEqual([code, language === 'zh-CN']);
    }
  });

  it('asks for the same values in both languages', () => {
    const names = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''))].sort();
    for (const [code, en] of Object.entries(problemCatalogues.en)) {
      expect([code, names(en.join())]).toEqual([code, names(problemCatalogues['zh-CN'][code]?.join() ?? '')]);
    }
  });

  it('leaves out the part whose values are not known', () => {
    expect(problemSentence('WRONG_STAGE', 'en').says).toBe('This is not possible where the project stands.');
    expect(problemSentence('WRONG_STAGE', 'en', { stage: 'mou', subState: 'signing' }).says).toContain('It is in mou, signing.');
    expect(problemSentence('CHECK_FAILED', 'zh-CN', { items: ['a', 'b'] }).says).toContain('a、b');
  });

  it('says roles of parties, types of change and countries in words, and leaves what it has no word for', () => {
    expect(problemSentence('PARTNER_MINIMUM', 'zh-CN', { roles: ['ENTERPRISE'] }).says).toContain('合作企业');
    expect(problemSentence('PARTNER_MINIMUM', 'en', { countries: ['CN', 'FR'], least: 2 }).says).toContain('China, FR; at least 2');
    expect(problemSentence('CHANGE_VALUE', 'en', { role: 'LEAD' }).says).toContain('Role: lead.');
  });

  it('tells instants in Beijing time, midnight as the end of the day', () => {
    expect(problemSentence('CALL_CLOSED', 'en', { closesAt: '2025-08-31T09:00:00.000Z' }).says).toContain(
      'It closed at 2025-08-31 17:00 (Beijing).',
    );
    expect(problemSentence('NOTICE_RUNNING', 'zh-CN', { endsAt: '2025-10-15T16:00:00.000Z' }).says).toContain('2025-10-15 24:00（北京）');
  });

  it('chooses the language the reader asks for first, then the language of the person, then English', () => {
    expect(languageOf('fr, zh-Hans;q=0.8, en;q=0.3', undefined)).toBe('zh-CN');
    expect(languageOf('lo', 'zh-Hans-CN')).toBe('zh-CN');
    expect(languageOf(undefined, 'lo')).toBe('en');
  });
});
