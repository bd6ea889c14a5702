import type { TemplateDefinition } from './template';

/** Mail `withdrawal-receipt`. */
export const withdrawalReceipt: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': { act: '申请撤回回执', body: ['申请“{{ title }}”已按要求撤回，自始视为未提交。此后不再发送有关本申请的提醒。'] },
    en: {
      act: 'Receipt of the withdrawal',
      body: ['The application “{{ title }}” has been withdrawn as asked and counts as never made. No reminder about it will follow.'],
    },
  },
};
