import type { TemplateDefinition } from './template';

/** Mail `termination-letter`. */
export const terminationLetter: TemplateDefinition = {
  facts: ['outcome', 'grounds', 'reason', 'endOn'],
  sample: { outcome: 'terminated', grounds: 'BREACH', reasonTextId: '44444444-4444-4444-8444-444444444444', endOn: '2027-06-01' },
  texts: {
    'zh-CN': {
      act: '项目{{ outcome }}决定书',
      body: [
        '经两名负责人核定，决定对项目“{{ title }}”予以{{ outcome }}，自 {{ endOn }} 起生效。在此之前项目停止进行，期限停止计算。',
        '对本决定可以在收到之日起的申诉期内提出申诉。',
      ],
    },
    en: {
      act: 'Decision on the end of the project: {{ outcome }}',
      body: [
        'Two people in charge have decided the {{ outcome }} of the project “{{ title }}”. It takes effect on {{ endOn }}; until then the work stops and the clocks stand still.',
        'An appeal against this decision is possible within the time for appeals, counted from its receipt.',
      ],
    },
  },
};
