import type { TemplateDefinition } from './template';

/** Mail `suspension-letter`. */
export const suspensionLetter: TemplateDefinition = {
  facts: ['year'],
  sample: { year: 2026 },
  texts: {
    'zh-CN': {
      act: '项目中止通知书',
      body: ['因至今未提交 {{ year }} 年度报告，项目“{{ title }}”自即日起中止。中止期间报告义务继续；提交报告后可申请恢复。'],
    },
    en: {
      act: 'Suspension of the project',
      body: [
        'The annual report {{ year }} is still missing, so the project “{{ title }}” is suspended from today. The duty to report goes on; once the report is in, the project can be resumed.',
      ],
    },
  },
};
