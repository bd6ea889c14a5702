import { interventionCommands } from '@app/domain';
import { interventionWords } from '@app/platform';

describe('the words of interventions', () => {
  it.each(['en', 'zh-CN'] as const)('name every kind there is (%s)', (language) => {
    expect(Object.keys(interventionWords[language].kinds)).toEqual(expect.arrayContaining([...interventionCommands]));
  });

  it('say the same in both languages', () => {
    const [en, zh] = [interventionWords.en, interventionWords['zh-CN']];
    for (const part of ['columns', 'kinds', 'doors', 'proposals', 'states', 'fields', 'parts', 'values'] as const)
      expect(Object.keys(zh[part])).toEqual(Object.keys(en[part]));
  });
});
