import type { TemplateDefinition } from './template';

/** Mail `milestone-reached`. */
export const milestoneReached: TemplateDefinition = {
  facts: ['milestone', 'reachedOn'],
  sample: { milestone: 'M2', reachedOn: '2026-04-20' },
  texts: {
    'zh-CN': { act: '里程碑已达到', body: ['项目“{{ title }}”的里程碑 {{ milestone }} 已确认达到。'] },
    en: { act: 'Milestone reached', body: ['Milestone {{ milestone }} of the project “{{ title }}” is confirmed as reached.'] },
  },
};
