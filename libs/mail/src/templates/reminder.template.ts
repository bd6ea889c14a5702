import type { TemplateDefinition } from './template';

/** Mail `reminder`. */
export const reminder: TemplateDefinition = {
  facts: [],
  sample: { ladder: 'report', object: '2026', level: 'L0' },
  texts: {
    'zh-CN': {
      act: '{{ ladderAct }}',
      body: ['{{ ladderAsk }}{% if late %} 该事项已于 {{ dueOn }} 到期，至今逾期 {{ daysLate }} 天。{% endif %}'],
    },
    en: {
      act: '{{ ladderAct }}',
      body: [
        '{{ ladderAsk }}{% if late %} It was due on {{ dueOn }} and is {{ daysLate }} {% if daysLate == 1 %}day{% else %}days{% endif %} late.{% endif %}',
      ],
    },
  },
};
