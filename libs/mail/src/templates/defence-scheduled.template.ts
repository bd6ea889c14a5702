import type { TemplateDefinition } from './template';

/** Mail `defence-scheduled`. */
export const defenceScheduled: TemplateDefinition = {
  facts: ['defenceAt', 'minutes', 'placeTextId'],
  sample: { defenceAt: '2025-09-23T01:30:00.000Z', minutes: 20, placeTextId: '22222222-2222-4222-8222-222222222222' },
  texts: {
    'zh-CN': { act: '答辩安排', body: ['申请“{{ title }}”的答辩时间和地点如下，日历文件见附件。请提前十分钟到场。'] },
    en: {
      act: 'Defence scheduled',
      body: [
        'Time and place of the defence of the application “{{ title }}” stand below; a calendar file is attached. Please be there ten minutes before.',
      ],
    },
  },
};
