import type { TemplateDefinition } from './template';

/** Mail `mou-signing-open`. */
export const mouSigningOpen: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': { act: '谅解备忘录开始签署', body: ['项目“{{ title }}”的谅解备忘录文本已定，各方可以签署。请签署并提交签字页。'] },
    en: {
      act: 'MoU open for signature',
      body: ['The text of the MoU of the project “{{ title }}” is final and all parties may sign. Please sign and send the signed page.'],
    },
  },
};
