import type { TemplateDefinition } from './template';

/** Mail `self-evaluation-submitted`. */
export const selfEvaluationSubmitted: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': { act: '自评报告回执', body: ['我们已收到项目“{{ title }}”的自评报告，将组织验收。'] },
    en: {
      act: 'Receipt of the self-evaluation',
      body: ['We have received the self-evaluation of the project “{{ title }}”. The acceptance follows.'],
    },
  },
};
