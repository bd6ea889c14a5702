import type { TemplateDefinition } from './template';

/** Mail `project-taken-up`. */
export const projectTakenUp: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': {
      act: '恢复办理',
      body: ['经两名负责人核定，“{{ title }}”恢复办理，从结束时所处的步骤继续进行，期限重新计算。此前关于结束的通知不再有效。'],
    },
    en: {
      act: 'Taken up again',
      body: [
        'Two people of the Secretariat have taken up “{{ title }}” again. It goes on at the step at which it had ended, and its deadlines run anew. Earlier mail about its end no longer holds.',
      ],
    },
  },
};
