import type { TemplateDefinition } from './template';

/** Mail `hand-over-accepted`. */
export const handOverAccepted: TemplateDefinition = {
  facts: ['personId', 'successorId', 'effectiveOn'],
  sample: { personId: '55555555-5555-4555-8555-555555555555', successorId: '66666666-6666-4666-8666-666666666666' },
  texts: {
    'zh-CN': {
      act: '已同意接手',
      body: ['{{ successor }} 同意接手{{ person }}在项目“{{ title }}”中的工作。交接生效后，任务和邮件由其接收。'],
    },
    en: {
      act: 'The hand-over was accepted',
      body: [
        '{{ successor }} takes over the work of {{ person }} for the project “{{ title }}”. From the day of the hand-over on, tasks and mails go there.',
      ],
    },
  },
};
