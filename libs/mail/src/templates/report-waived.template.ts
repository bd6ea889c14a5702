import type { TemplateDefinition } from './template';

/** Mail `report-waived`. */
export const reportWaived: TemplateDefinition = {
  facts: ['year'],
  sample: { year: 2026 },
  texts: {
    'zh-CN': {
      act: '免交 {{ year }} 年度报告',
      body: ['经两名负责人核定，项目“{{ title }}”免交 {{ year }} 年度报告。', '无需再提交；该年度在记录中标为“免交”。'],
    },
    en: {
      act: 'Annual report {{ year }} is waived',
      body: [
        'Two people of the Secretariat have waived the annual report {{ year }} of the project “{{ title }}”.',
        'Nothing has to be handed in; the year is shown as waived.',
      ],
    },
  },
};
