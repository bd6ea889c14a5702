import type { TemplateDefinition } from './template';

/** Mail `ranking-fixed`. */
export const rankingFixed: TemplateDefinition = {
  facts: ['lines'],
  sample: { year: 2025, lines: 31 },
  texts: {
    'zh-CN': {
      act: '{{ year }} 年排名已确定',
      body: ['专家组已确定 {{ year }} 年排名，共 {{ lines }} 个项目。请编制提交理事会的建议名单。'],
    },
    en: {
      act: 'Ranking {{ year }} fixed',
      body: ['The panel has fixed the ranking {{ year }} with {{ lines }} projects. Please prepare the proposal to the council.'],
    },
  },
};
