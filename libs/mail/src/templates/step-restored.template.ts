import type { TemplateDefinition } from './template';

/** Mail `step-restored`. */
export const stepRestored: TemplateDefinition = {
  facts: ['subState'],
  sample: { subState: 'signing' },
  texts: {
    'zh-CN': {
      act: '退回已撤销',
      body: [
        '项目“{{ title }}”此前被退回较早的步骤，现经两名负责人核定撤销退回，恢复到原来的步骤。原有工作重新有效。',
        '该步骤的期限重新计算；到期前会另行提醒。',
      ],
    },
    en: {
      act: 'A step back was undone',
      body: [
        'Two people of the Secretariat have undone the step back of the project “{{ title }}”. It stands again where it stood, and the work done there counts again.',
        'Its deadlines run anew; we remind of them before they end.',
      ],
    },
  },
};
