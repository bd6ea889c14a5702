import type { TemplateDefinition } from './template';

/** Mail `project-resumed`. */
export const projectResumed: TemplateDefinition = {
  facts: ['resumedOn', 'moved'],
  sample: { resumedOn: '2026-06-08', moved: ['milestone/M3 2026-09-30'] },
  texts: {
    'zh-CN': { act: '项目恢复', body: ['项目“{{ title }}”自 {{ resumedOn }} 起恢复，停止的期限重新计算如下。'] },
    en: { act: 'Project resumed', body: ['The project “{{ title }}” goes on from {{ resumedOn }}. The stopped deadlines have new dates.'] },
  },
};
