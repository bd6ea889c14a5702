import type { TemplateDefinition } from './template';

/** Mail `submission-receipt`. */
export const submissionReceipt: TemplateDefinition = {
  facts: ['receivedAt', 'no', 'hash'],
  sample: { no: 2, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', receivedAt: '2026-01-14T08:12:30.000Z' },
  texts: {
    'zh-CN': {
      act: '申请提交回执',
      body: ['我们已收到申请“{{ title }}”的第 {{ no }} 版。申报截止前，您可以修改并再次提交，以最后提交的版本为准。'],
    },
    en: {
      act: 'Receipt of the application',
      body: [
        'We have received version {{ no }} of the application “{{ title }}”. Until the call closes you may change and submit it again; the last submitted version counts.',
      ],
    },
  },
};
