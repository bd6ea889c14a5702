import type { TemplateDefinition } from './template';

/** Mail `report-submitted`. */
export const reportSubmitted: TemplateDefinition = {
  facts: ['year', 'version', 'receivedAt', 'hash'],
  sample: {
    year: 2026,
    version: 1,
    hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    receivedAt: '2026-01-14T08:12:30.000Z',
  },
  texts: {
    'zh-CN': { act: '{{ year }} 年度报告回执', body: ['我们已收到项目“{{ title }}”的 {{ year }} 年度报告，将在 60 日内答复。'] },
    en: {
      act: 'Receipt of the annual report {{ year }}',
      body: ['We have received the annual report {{ year }} of the project “{{ title }}” and answer within 60 days.'],
    },
  },
};
