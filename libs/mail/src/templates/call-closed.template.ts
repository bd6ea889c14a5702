import type { TemplateDefinition } from './template';

/** Mail `call-closed`. */
export const callClosed: TemplateDefinition = {
  facts: ['closedAt', 'applications'],
  sample: { year: 2025, closedAt: '2025-08-31T09:00:00.000Z', applications: 37 },
  texts: {
    'zh-CN': {
      act: '{{ year }} 年申报已截止',
      body: ['{{ year }} 年申报已截止，共收到 {{ applications }} 份申请。请指定经办人并开始形式审查。'],
    },
    en: {
      act: 'Call {{ year }} closed',
      body: ['The call {{ year }} has closed with {{ applications }} applications. Please assign the officers and begin the formal check.'],
    },
  },
};
