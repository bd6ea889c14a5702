import type { TemplateDefinition } from './template';

/** Mail `invitation-released`. */
export const invitationReleased: TemplateDefinition = {
  facts: ['why'],
  sample: { why: 'no-answer' },
  texts: {
    'zh-CN': { act: '评审任务已撤回', body: ['申请“{{ title }}”的评审任务不再由您承担，无需进行任何操作。'] },
    en: { act: 'Task withdrawn', body: ['The application “{{ title }}” is no longer yours to judge. Nothing is left to do.'] },
  },
};
