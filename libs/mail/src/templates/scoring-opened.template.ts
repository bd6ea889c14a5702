import type { TemplateDefinition } from './template';

/** Mail `scoring-opened`. */
export const scoringOpened: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': { act: '评分已开始', body: ['感谢您声明无利益冲突。请对申请“{{ title }}”的各项指标评分并逐项附意见。'] },
    en: {
      act: 'Scoring is open',
      body: [
        'Thank you for declaring that you have no conflict of interest. Please score every criterion of the application “{{ title }}” with a comment each.',
      ],
    },
  },
};
