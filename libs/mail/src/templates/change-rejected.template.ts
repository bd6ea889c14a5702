import type { TemplateDefinition } from './template';

/** Mail `change-rejected`. */
export const changeRejected: TemplateDefinition = {
  facts: ['changeNo', 'reason'],
  sample: { changeNo: 'A1', reasonTextId: 'text' },
  texts: {
    'zh-CN': {
      act: '变更申请未获批准',
      body: ['项目“{{ title }}”的变更 {{ changeNo }} 未获批准，原内容不变。'],
    },
    en: {
      act: 'Change rejected',
      body: ['The change {{ changeNo }} of the project “{{ title }}” was rejected. Everything stays as it was.'],
    },
  },
};
