import type { TemplateDefinition } from './template';

/** Mail `mou-party-signed`. */
export const mouPartySigned: TemplateDefinition = {
  facts: ['organizationId', 'signedOn', 'signed'],
  sample: { organizationId: '33333333-3333-4333-8333-333333333333', signedOn: '2025-12-02', signed: 2 },
  texts: {
    'zh-CN': { act: '一方已签署谅解备忘录', body: ['{{ organization }} 已签署项目“{{ title }}”的谅解备忘录。'] },
    en: { act: 'A party has signed the MoU', body: ['{{ organization }} has signed the MoU of the project “{{ title }}”.'] },
  },
};
