import type { TemplateDefinition } from './template';

/** Mail `change-in-effect`. */
export const changeInEffect: TemplateDefinition = {
  facts: ['changeNo', 'effectOn'],
  sample: { changeNo: 'A1', effectOn: '2026-05-03' },
  texts: {
    'zh-CN': {
      act: '补充协议生效',
      body: ['项目“{{ title }}”的补充协议 {{ changeNo }} 已生效。此后以其所载内容为准，相关期限和提醒已随之调整。'],
    },
    en: {
      act: 'Amendment in effect',
      body: [
        'The amendment {{ changeNo }} of the project “{{ title }}” is in effect. What it says applies from now on; the dates and reminders that hang on it have moved with it.',
      ],
    },
  },
};
