import type { TemplateDefinition } from './template';

/** Mail `kick-off-recorded`. */
export const kickOffRecorded: TemplateDefinition = {
  facts: ['heldOn'],
  sample: { heldOn: '2026-01-12' },
  texts: {
    'zh-CN': { act: '启动会已记录', body: ['项目“{{ title }}”的启动会已记录，里程碑基准日期已确定。'] },
    en: {
      act: 'Kick-off recorded',
      body: ['The kick-off of the project “{{ title }}” is recorded and the baseline of its milestones is fixed.'],
    },
  },
};
