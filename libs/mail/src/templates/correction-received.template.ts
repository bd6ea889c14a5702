import type { TemplateDefinition } from './template';

/** Mail `correction-received`. */
export const correctionReceived: TemplateDefinition = {
  facts: ['receivedAt', 'no', 'hash'],
  sample: { no: 3, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', receivedAt: '2026-01-14T08:12:30.000Z' },
  texts: {
    'zh-CN': { act: '补正回执', body: ['我们已收到申请“{{ title }}”的补正材料（第 {{ no }} 版）。'] },
    en: {
      act: 'Receipt of the correction',
      body: ['We have received the correction of the application “{{ title }}” (version {{ no }}).'],
    },
  },
};
