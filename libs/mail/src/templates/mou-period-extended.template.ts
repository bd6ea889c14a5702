import type { TemplateDefinition } from './template';

/** Mail `mou-period-extended`. */
export const mouPeriodExtended: TemplateDefinition = {
  facts: ['endOn'],
  sample: { endOn: '2026-02-27' },
  texts: {
    'zh-CN': {
      act: '谅解备忘录签署期限延长',
      body: ['项目“{{ title }}”谅解备忘录的签署期限延长至 {{ endOn }}。此前告知的签署日期不再适用；到期前会另行提醒。'],
    },
    en: {
      act: 'More time to sign the MoU',
      body: [
        'The time to sign the MoU of the project “{{ title }}” was extended to {{ endOn }}. The date told before no longer applies; we remind of the new one before it comes.',
      ],
    },
  },
};
