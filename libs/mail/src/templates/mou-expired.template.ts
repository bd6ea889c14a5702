import type { TemplateDefinition } from './template';

/** Mail `mou-expired`. */
export const mouExpired: TemplateDefinition = {
  facts: ['expiredOn'],
  sample: { expiredOn: '2030-12-21' },
  texts: {
    'zh-CN': {
      act: '谅解备忘录到期',
      body: ['项目“{{ title }}”的谅解备忘录已到期，不再有效，不得继续以工坊名义运行。10 个工作日内仅可补录此前已签署的续签文件。'],
    },
    en: {
      act: 'MoU expired',
      body: [
        'The MoU of the project “{{ title }}” has expired and is no longer in force; it must not operate under the brand. For 10 working days only a renewal that was signed in time can still be recorded.',
      ],
    },
  },
};
