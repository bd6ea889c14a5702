import type { TemplateDefinition } from './template';

/** Mail `award-accepted`. */
export const awardAccepted: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': { act: '确认立项回执', body: ['我们已收到项目“{{ title }}”的确认函。下一步请提交谅解备忘录初稿。'] },
    en: {
      act: 'Receipt of the acceptance',
      body: ['We have received the acceptance of the project “{{ title }}”. Next comes the first draft of the MoU.'],
    },
  },
};
