import type { TemplateDefinition } from './template';

/** Mail `project-held`. */
export const projectHeld: TemplateDefinition = {
  facts: ['holdKind', 'reasonCode', 'reasonTextId', 'stoppedOn', 'stopped'],
  sample: {
    holdKind: 'hold',
    reasonCode: 'OBJECTION',
    heldOn: '2026-05-06',
    stopped: 2,
    reasonTextId: '44444444-4444-4444-8444-444444444444',
  },
  texts: {
    'zh-CN': {
      act: '项目{{ holdKind }}',
      body: ['项目“{{ title }}”自 {{ heldOn }} 起{{ holdKind }}。期间期限停止计算，剩余时间保留；年度报告等法定期限除外。'],
    },
    en: {
      act: 'Project: {{ holdKind }}',
      body: [
        'The project “{{ title }}” is under {{ holdKind }} from {{ heldOn }}. Deadlines stop and keep what was left of them, save legal dates such as the annual report.',
      ],
    },
  },
};
