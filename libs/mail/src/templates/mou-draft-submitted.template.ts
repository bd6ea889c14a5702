import type { TemplateDefinition } from './template';

/** Mail `mou-draft-submitted`. */
export const mouDraftSubmitted: TemplateDefinition = {
  facts: ['no', 'languages', 'commentsEndAt'],
  sample: { no: 1, languages: ['zh', 'en'], commentsEndAt: '2025-11-25T16:00:00.000Z' },
  texts: {
    'zh-CN': {
      act: '谅解备忘录草案征求意见',
      body: ['项目“{{ title }}”的谅解备忘录草案（第 {{ no }} 稿）已提交。各方可在期限前提出意见，逾期视为无意见。'],
    },
    en: {
      act: 'Draft of the MoU for comment',
      body: [
        'Draft {{ no }} of the MoU of the project “{{ title }}” has been submitted. Every party may comment until the time below; silence means no comment.',
      ],
    },
  },
};
