import type { TemplateDefinition } from './template';

/** Mail `evidence-submitted`. */
export const evidenceSubmitted: TemplateDefinition = {
  facts: ['milestone', 'documents'],
  sample: { milestone: 'M2', documents: 3 },
  texts: {
    'zh-CN': { act: '里程碑证明材料回执', body: ['我们已收到项目“{{ title }}”里程碑 {{ milestone }} 的证明材料。'] },
    en: {
      act: 'Receipt of milestone evidence',
      body: ['We have received the evidence for milestone {{ milestone }} of the project “{{ title }}”.'],
    },
  },
};
