import type { TemplateDefinition } from './template';

/** Mail `rejection-letter`. */
export const rejectionLetter: TemplateDefinition = {
  facts: ['list', 'rank', 'score'],
  sample: { list: 'C', rank: 34, score: '58.33' },
  texts: {
    'zh-CN': {
      act: '不予立项通知书',
      body: [
        '经审定，项目“{{ title }}”不予立项，结果如下。',
        '如对程序或事实有异议，可在收到本函后 15 个工作日内申诉；申诉不涉及专家的专业判断。',
      ],
    },
    en: {
      act: 'Decision: not approved',
      body: [
        'The project “{{ title }}” was not approved. The result stands below.',
        'You may appeal within 15 working days of receiving this letter, on procedure and facts; the experts’ judgement is not reviewed.',
      ],
    },
  },
};
