import type { TemplateDefinition } from './template';

/** Mail `call-published`. */
export const callPublished: TemplateDefinition = {
  facts: ['opensAt', 'closesAt'],
  sample: { year: 2025, opensAt: '2025-05-31T16:00:00.000Z', closesAt: '2025-08-31T09:00:00.000Z' },
  texts: {
    'zh-CN': { act: '{{ year }} 年申报通知已发布', body: ['{{ year }} 年申报通知已发布。'] },
    en: { act: 'Call {{ year }} published', body: ['The call {{ year }} has been published.'] },
  },
};
