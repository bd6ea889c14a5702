import type { TemplateDefinition } from './template';

/** Mail `decision-asked`. */
export const decisionAsked: TemplateDefinition = {
  facts: ['lines'],
  sample: { year: 2025, lines: 31 },
  texts: {
    'zh-CN': { act: '{{ year }} 年立项名单请审定', body: ['{{ year }} 年立项建议名单已提交理事会，共 {{ lines }} 个项目，请审定。'] },
    en: {
      act: 'Batch {{ year }} to be decided',
      body: ['The proposal {{ year }} with {{ lines }} projects lies before the council. Please decide it.'],
    },
  },
};
