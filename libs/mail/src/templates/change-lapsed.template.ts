import type { TemplateDefinition } from './template';

/** Mail `change-lapsed`. */
export const changeLapsed: TemplateDefinition = {
  facts: ['changeNo'],
  sample: { changeNo: 'A1' },
  texts: {
    'zh-CN': {
      act: '变更失效',
      body: ['项目“{{ title }}”的变更 {{ changeNo }} 未能生效，现已失效，原内容不变。如仍需变更，请重新提出。'],
    },
    en: {
      act: 'Change lapsed',
      body: [
        'The change {{ changeNo }} of the project “{{ title }}” lapsed without taking effect. Everything stays as it was; ask again if it is still needed.',
      ],
    },
  },
};
