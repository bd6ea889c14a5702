import type { TemplateDefinition } from './template';

/** Mail `contact-replaced`. */
export const contactReplaced: TemplateDefinition = {
  facts: ['personId'],
  sample: { personId: '66666666-6666-4666-8666-666666666666' },
  texts: {
    'zh-CN': {
      act: '联系人已更换',
      body: ['项目“{{ title }}”的联系人现为 {{ person }}，接替已离任的联系人。此后的任务和邮件由其接收。'],
    },
    en: {
      act: 'A contact was replaced',
      body: [
        '{{ person }} is now a contact of the project “{{ title }}” in the place of somebody who left. Tasks and mails go there from now on.',
      ],
    },
  },
};
