import type { TemplateDefinition } from './template';

/** Mail `address-failed`. */
export const addressFailed: TemplateDefinition = {
  facts: ['personId'],
  sample: { personId: '66666666-6666-4666-8666-666666666666' },
  texts: {
    'zh-CN': { act: '邮件地址无法送达', body: ['发给{{ person }}的邮件被永久拒收，已改发给下一位联系人。请核实并更正其地址。'] },
    en: {
      act: 'A mail address does not work',
      body: ['Mail to {{ person }} was refused for good and went to the next contact instead. Please confirm and correct the address.'],
    },
  },
};
