import type { TemplateDefinition } from './template';

/** Mail `award-letter`. */
export const awardLetter: TemplateDefinition = {
  facts: ['announcedOn', 'centre'],
  sample: { projectRef: 'LMGF-2025-LA-003', announcedOn: '2025-10-20', centre: 'no' },
  texts: {
    'zh-CN': {
      act: '立项通知书',
      body: [
        '经联盟理事会审定，项目“{{ title }}”获准立项，编号为 {{ projectRef }}。',
        '请于期限前提交由法定代表人签署的确认函，并同时起草谅解备忘录。逾期未确认的，立项失效。',
      ],
    },
    en: {
      act: 'Award letter',
      body: [
        'The Alliance council has approved the project “{{ title }}”. Its reference is {{ projectRef }}.',
        'Please send the acceptance signed by the legal representative before the date below, and start on the draft of the MoU meanwhile. Without acceptance the approval lapses.',
      ],
    },
  },
};
