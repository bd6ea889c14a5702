import type { TemplateDefinition } from './template';

/** Mail `change-returned`. */
export const changeReturned: TemplateDefinition = {
  facts: ['changeNo', 'reason'],
  sample: { changeNo: 'A1', reasonTextId: 'text' },
  texts: {
    'zh-CN': {
      act: '变更申请已退回',
      body: ['项目“{{ title }}”的变更 {{ changeNo }} 已退回。修改后可以同一编号再次提出。'],
    },
    en: {
      act: 'Change returned',
      body: ['The change {{ changeNo }} of the project “{{ title }}” was returned. You may ask again under the same number.'],
    },
  },
};
