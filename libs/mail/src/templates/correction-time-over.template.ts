import type { TemplateDefinition } from './template';

/** Mail `correction-time-over`. */
export const correctionTimeOver: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': { act: '补正期限已过', body: ['申请“{{ title }}”未在期限内补正，将按现有材料评审。'] },
    en: { act: 'Time for correction is over', body: ['The application “{{ title }}” was not corrected in time. It is judged as it is.'] },
  },
};
