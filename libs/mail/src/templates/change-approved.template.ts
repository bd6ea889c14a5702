import type { TemplateDefinition } from './template';

/** Mail `change-approved`. */
export const changeApproved: TemplateDefinition = {
  facts: ['changeNo'],
  sample: { changeNo: 'A1' },
  texts: {
    'zh-CN': {
      act: '变更已获批准',
      body: ['项目“{{ title }}”的变更 {{ changeNo }} 已获批准，无须签署，自生效日起适用。'],
    },
    en: {
      act: 'Change approved',
      body: [
        'The change {{ changeNo }} of the project “{{ title }}” was approved. It needs no signature and applies from its effective date.',
      ],
    },
  },
};
