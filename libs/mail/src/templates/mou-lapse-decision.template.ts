import type { TemplateDefinition } from './template';

/** Mail `mou-lapse-decision`. */
export const mouLapseDecision: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': {
      act: '签署期已过，请决定',
      body: ['项目“{{ title }}”的谅解备忘录在签署期内未签署完毕。请决定延期或使立项失效；任何立项均不会自动失效。'],
    },
    en: {
      act: 'Signature time is over: decision needed',
      body: [
        'The MoU of the project “{{ title }}” was not signed by all parties in time. Please decide whether to extend the time or to let the approval lapse; nothing lapses by itself.',
      ],
    },
  },
};
