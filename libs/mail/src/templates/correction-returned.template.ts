import type { TemplateDefinition } from './template';

/** Mail `correction-returned`. */
export const correctionReturned: TemplateDefinition = {
  facts: ['targets', 'defectTextIds'],
  sample: {
    targets: ['SITE_PROOF', 'budget.total'],
    reasonCodes: ['UNREADABLE', 'MISSING'],
    defectTextIds: ['11111111-1111-4111-8111-111111111111'],
  },
  texts: {
    'zh-CN': {
      act: '退回补正通知',
      body: [
        '申请“{{ title }}”经形式审查需要补正。以下为一次性告知的全部事项，仅所列字段开放修改。',
        '请在期限前补正并重新提交。期限自本邮件日期起算，不予延长；逾期未补正的，按现有材料评审。',
      ],
    },
    en: {
      act: 'Application returned for correction',
      body: [
        'The formal check of the application “{{ title }}” found items to correct. This is the complete list; only the listed fields are open.',
        'Please correct and resubmit before the date below. The time runs from the date of this mail and is not extended; without an answer the application is judged as it is.',
      ],
    },
  },
};
