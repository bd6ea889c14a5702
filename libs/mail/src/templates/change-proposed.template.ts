import type { TemplateDefinition } from './template';

/** Mail `change-proposed`. */
export const changeProposed: TemplateDefinition = {
  facts: ['changeNo'],
  sample: { changeNo: 'A1' },
  texts: {
    'zh-CN': {
      act: '请决定变更申请',
      body: [
        '项目“{{ title }}”提出了变更 {{ changeNo }}。请核对新旧内容以及受影响的期限和邮件，然后批准、退回或驳回。',
        '逾期未决不视为同意。',
      ],
    },
    en: {
      act: 'Decide on a change',
      body: [
        'A change {{ changeNo }} of the project “{{ title }}” was asked for. Please look at old and new values and at the dates and mails that move, then approve, return or reject it.',
        'Silence never approves a change.',
      ],
    },
  },
};
