import type { TemplateDefinition } from './template';

/** Mail `mou-in-force`. */
export const mouInForce: TemplateDefinition = {
  facts: ['effectiveOn', 'durationMonths', 'endsOn'],
  sample: { effectiveOn: '2025-12-22', endsOn: '2026-12-22', durationMonths: 12 },
  texts: {
    'zh-CN': { act: '谅解备忘录生效', body: ['项目“{{ title }}”的谅解备忘录已生效，建设期开始。下一步请召开启动会。'] },
    en: {
      act: 'MoU in force',
      body: ['The MoU of the project “{{ title }}” is in force and construction begins. Next comes the kick-off meeting.'],
    },
  },
};
