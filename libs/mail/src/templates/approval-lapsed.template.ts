import type { TemplateDefinition } from './template';

/** Mail `approval-lapsed`. */
export const approvalLapsed: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': {
      act: '立项失效通知书',
      body: [
        '项目“{{ title }}”未在期限内完成确认或签署，立项失效，名额转给备选项目。',
        '如对程序或事实有异议，可在收到本函后 15 个工作日内申诉。',
      ],
    },
    en: {
      act: 'Approval lapsed',
      body: [
        'The project “{{ title }}” was not accepted or signed in time. Its approval has lapsed and the place goes to the reserve list.',
        'You may appeal within 15 working days of receiving this letter, on procedure and facts.',
      ],
    },
  },
};
