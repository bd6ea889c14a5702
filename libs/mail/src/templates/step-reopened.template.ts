import type { TemplateDefinition } from './template';

/** Mail `step-reopened`. */
export const stepReopened: TemplateDefinition = {
  facts: ['subState'],
  sample: { subState: 'drafting' },
  texts: {
    'zh-CN': {
      act: '已退回此前的步骤',
      body: [
        '项目“{{ title }}”经两名负责人核定，退回此前的步骤继续办理。其后所作的工作予以保留，但不再有效。',
        '该步骤的期限重新计算；到期前会另行提醒。',
      ],
    },
    en: {
      act: 'Taken back to an earlier step',
      body: [
        'Two people of the Secretariat have taken the project “{{ title }}” back to an earlier step, where it goes on. What was done since is kept, but no longer counts.',
        'The step has a new deadline; we remind of it before it ends.',
      ],
    },
  },
};
