import type { TemplateDefinition } from './template';

/** Mail `report-opened`. */
export const reportOpened: TemplateDefinition = {
  facts: ['year'],
  sample: { year: 2026 },
  texts: {
    'zh-CN': { act: '{{ year }} 年度报告开始填报', body: ['项目“{{ title }}”的 {{ year }} 年度报告已开始填报。'] },
    en: { act: 'Annual report {{ year }} is open', body: ['The annual report {{ year }} of the project “{{ title }}” is open.'] },
  },
};
