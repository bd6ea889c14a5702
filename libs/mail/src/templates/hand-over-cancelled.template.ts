import type { TemplateDefinition } from './template';

/** Mail `hand-over-cancelled`. */
export const handOverCancelled: TemplateDefinition = {
  facts: ['personId'],
  sample: { personId: '55555555-5555-4555-8555-555555555555', successorId: '66666666-6666-4666-8666-666666666666' },
  texts: {
    'zh-CN': { act: '交接已取消', body: ['项目“{{ title }}”的工作不再交接，仍由{{ person }}办理。您无需答复。'] },
    en: {
      act: 'The hand-over was cancelled',
      body: ['The work for the project “{{ title }}” is not handed over; {{ person }} remains in charge. You need not answer.'],
    },
  },
};
