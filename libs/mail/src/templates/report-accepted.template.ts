import type { TemplateDefinition } from './template';

/** Mail `report-accepted`. */
export const reportAccepted: TemplateDefinition = {
  facts: ['year'],
  sample: { year: 2026 },
  texts: {
    'zh-CN': { act: '{{ year }} 年度报告已接受', body: ['项目“{{ title }}”的 {{ year }} 年度报告已接受。'] },
    en: {
      act: 'Annual report {{ year }} accepted',
      body: ['The annual report {{ year }} of the project “{{ title }}” has been accepted.'],
    },
  },
};
