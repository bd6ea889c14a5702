import type { TemplateDefinition } from './template';

/** Mail `escalation`. */
export const escalation: TemplateDefinition = {
  facts: ['level'],
  sample: { ladder: 'report', object: '2026', level: 'L1' },
  texts: {
    'zh-CN': {
      act: '{{ ladderAct }}（升级）',
      body: [
        '{% if late %}以下事项已于 {{ dueOn }} 到期，{{ owner }}尚未办理，至今逾期 {{ daysLate }} 天。{% else %}以下事项尚未办理，由{{ owner }}负责。{% endif %}',
        '{{ ladderAsk }} 办理完成后，提醒与升级随即停止。',
      ],
    },
    en: {
      act: '{{ ladderAct }} (escalation)',
      body: [
        '{% if late %}The task below was due on {{ dueOn }}. {{ owner }} has not done it; it is {{ daysLate }} {% if daysLate == 1 %}day{% else %}days{% endif %} late.{% else %}The task below is still open. It is owed by {{ owner }}.{% endif %}',
        '{{ ladderAsk }} Reminders and escalation end as soon as it is done.',
      ],
    },
  },
};
