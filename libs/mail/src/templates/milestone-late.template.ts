import type { TemplateDefinition } from './template';

/** Mail `milestone-late`. */
export const milestoneLate: TemplateDefinition = {
  facts: ['milestone', 'mark'],
  sample: { milestone: 'M3', mark: 'amber' },
  texts: {
    'zh-CN': { act: '里程碑逾期', body: ['项目“{{ title }}”的里程碑 {{ milestone }} 已逾期。请提交证明材料，或更新预计日期并说明原因。'] },
    en: {
      act: 'Milestone late',
      body: [
        'Milestone {{ milestone }} of the project “{{ title }}” is late. Please submit the evidence, or update the forecast with its reason.',
      ],
    },
  },
};
