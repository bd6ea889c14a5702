import type { TemplateDefinition } from './template';

/** Mail `mou-signed`. */
export const mouSigned: TemplateDefinition = {
  facts: ['signedOn', 'effectiveOn', 'expiresOn'],
  sample: { signedOn: '2025-12-19', effectiveOn: '2025-12-22', expiresOn: '2030-12-21' },
  texts: {
    'zh-CN': { act: '谅解备忘录签署完毕', body: ['项目“{{ title }}”的谅解备忘录已由各方签署完毕。'] },
    en: { act: 'MoU signed by all parties', body: ['All parties have signed the MoU of the project “{{ title }}”.'] },
  },
};
