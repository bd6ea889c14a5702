import type { TemplateDefinition } from './template';

/** Mail `officer-assigned`. */
export const officerAssigned: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': { act: '已指定您为经办人', body: ['申请“{{ title }}”由您经办。请完成形式审查，并对各项作出结论。'] },
    en: {
      act: 'You are the case officer',
      body: ['The application “{{ title }}” is yours. Please do the formal check and decide every item.'],
    },
  },
};
