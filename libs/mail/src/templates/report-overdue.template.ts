import type { TemplateDefinition } from './template';

/** Mail `report-overdue`. */
export const reportOverdue: TemplateDefinition = {
  facts: ['year'],
  sample: { year: 2026 },
  texts: {
    'zh-CN': { act: '{{ year }} 年度报告逾期', body: ['项目“{{ title }}”的 {{ year }} 年度报告未按期提交，请尽快提交。'] },
    en: {
      act: 'Annual report {{ year }} is overdue',
      body: ['The annual report {{ year }} of the project “{{ title }}” was not submitted in time. Please submit it now.'],
    },
  },
};
