import type { TemplateDefinition } from './template';

/** Mail `report-warning`. */
export const reportWarning: TemplateDefinition = {
  facts: ['year'],
  sample: { year: 2026 },
  texts: {
    'zh-CN': {
      act: '缺交 {{ year }} 年度报告警告函',
      body: ['项目“{{ title }}”至今未提交 {{ year }} 年度报告，特此警告。提交报告后警告即告解除。'],
    },
    en: {
      act: 'Warning: annual report {{ year }} missing',
      body: [
        'The annual report {{ year }} of the project “{{ title }}” is still missing. This is a formal warning; it ends when the report comes in.',
      ],
    },
  },
};
