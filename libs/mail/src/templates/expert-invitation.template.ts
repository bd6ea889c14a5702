import type { TemplateDefinition } from './template';

/** Mail `expert-invitation`. */
export const expertInvitation: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': {
      act: '专家评审邀请',
      body: ['谨邀请您评审申请“{{ title }}”。请先声明有无利益冲突，再开始评分。', '如期限内未答复，邀请自动撤回，并邀请下一位候补专家。'],
    },
    en: {
      act: 'Invitation to judge an application',
      body: [
        'We invite you to judge the application “{{ title }}”. Please declare whether you have a conflict of interest before you score.',
        'Without an answer in time the invitation is withdrawn and the next alternate is invited.',
      ],
    },
  },
};
