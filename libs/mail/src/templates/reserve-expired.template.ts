import type { TemplateDefinition } from './template';

/** Mail `reserve-expired`. */
export const reserveExpired: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': { act: '备选资格到期', body: ['备选名单有效期已满，项目“{{ title }}”的备选资格终止。感谢您的参与。'] },
    en: {
      act: 'Reserve list ended',
      body: ['The reserve list has ended and with it the place of the project “{{ title }}” on it. Thank you for taking part.'],
    },
  },
};
