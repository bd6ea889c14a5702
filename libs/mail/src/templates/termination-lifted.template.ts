import type { TemplateDefinition } from './template';

/** Mail `termination-lifted`. */
export const terminationLifted: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': {
      act: '终止决定已撤销',
      body: ['关于项目“{{ title }}”的终止决定已经撤销，项目继续进行，剩余期限恢复计算。'],
    },
    en: {
      act: 'Termination lifted',
      body: [
        'The decision to end the project “{{ title }}” was lifted. The project goes on; its clocks run on with the time that was left.',
      ],
    },
  },
};
