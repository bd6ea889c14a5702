import type { TemplateDefinition } from './template';

/** Mail `acceptance-passed`. */
export const acceptancePassed: TemplateDefinition = {
  facts: ['heldOn'],
  sample: { heldOn: '2026-12-10' },
  texts: {
    'zh-CN': { act: '验收通过通知书', body: ['项目“{{ title }}”通过验收，转入运行，此后每年提交年度报告。'] },
    en: {
      act: 'Acceptance passed',
      body: ['The project “{{ title }}” has passed its acceptance and goes into operation. It reports every year from now on.'],
    },
  },
};
