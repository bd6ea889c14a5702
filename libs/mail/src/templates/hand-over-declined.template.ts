import type { TemplateDefinition } from './template';

/** Mail `hand-over-declined`. */
export const handOverDeclined: TemplateDefinition = {
  facts: ['personId', 'successorId'],
  sample: { personId: '55555555-5555-4555-8555-555555555555', successorId: '66666666-6666-4666-8666-666666666666' },
  texts: {
    'zh-CN': { act: '交接未成', body: ['{{ successor }} 没有接手项目“{{ title }}”的工作，仍由{{ person }}办理。需要时请另请他人接手。'] },
    en: {
      act: 'The hand-over did not come about',
      body: [
        '{{ successor }} has not taken over the work for the project “{{ title }}”; {{ person }} remains in charge. Ask somebody else if it is still wanted.',
      ],
    },
  },
};
