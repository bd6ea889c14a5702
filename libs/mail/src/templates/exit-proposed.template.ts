import type { TemplateDefinition } from './template';

/** Mail `exit-proposed`. */
export const exitProposed: TemplateDefinition = {
  facts: ['missedYears'],
  sample: { missedYears: ['2026', '2027'] },
  texts: {
    'zh-CN': {
      act: '提出项目退出',
      body: ['项目“{{ title }}”连续缺交年度报告，秘书处提出项目退出。退出须经决定，不自动发生；您可以陈述意见。'],
    },
    en: {
      act: 'Exit of the project proposed',
      body: [
        'The project “{{ title }}” has missed its annual reports, so its exit is proposed. Nothing ends without a decision; you may state your view.',
      ],
    },
  },
};
