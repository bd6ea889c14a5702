import type { TemplateDefinition } from './template';

/** Mail `report-extended`. */
export const reportExtended: TemplateDefinition = {
  facts: ['year', 'endOn'],
  sample: { year: 2026, endOn: '2027-04-15' },
  texts: {
    'zh-CN': {
      act: '{{ year }} 年度报告延期',
      body: ['项目“{{ title }}”{{ year }} 年度报告的提交期限延长至 {{ endOn }}。此前告知的日期不再适用；到期前会另行提醒。'],
    },
    en: {
      act: 'More time for the annual report {{ year }}',
      body: [
        'The time to hand in the annual report {{ year }} of the project “{{ title }}” was extended to {{ endOn }}. The date told before no longer applies; we remind of the new one before it comes.',
      ],
    },
  },
};
