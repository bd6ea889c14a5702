import type { TemplateDefinition } from './template';

/** Mail `draft-expired`. */
export const draftExpired: TemplateDefinition = {
  facts: ['closedAt'],
  sample: { closedAt: '2026-01-14T08:12:30.000Z' },
  texts: {
    'zh-CN': { act: '草稿已失效', body: ['申报已截止，您的草稿未提交，已失效。草稿内容 90 天内仍可查阅，之后删除。'] },
    en: {
      act: 'Draft ended',
      body: [
        'The call has closed and your draft was not submitted, so it has ended. You can read it for 90 days; then its content is deleted.',
      ],
    },
  },
};
