import type { TemplateDefinition } from './template';

/** Mail `hand-over-offered`. */
export const handOverOffered: TemplateDefinition = {
  facts: ['personId', 'effectiveOn', 'reasonTextId'],
  sample: {
    personId: '55555555-5555-4555-8555-555555555555',
    successorId: '66666666-6666-4666-8666-666666666666',
    reasonTextId: '77777777-7777-4777-8777-777777777777',
  },
  texts: {
    'zh-CN': {
      act: '请接手项目工作',
      body: [
        '{{ person }} 拟将其在项目“{{ title }}”中的工作交接给{{ successor }}。',
        '请点击按钮查看项目并答复是否接手。接手之前，仍由原负责人办理；逾期未答复，交接失效。',
      ],
    },
    en: {
      act: 'You are asked to take over',
      body: [
        '{{ person }} wishes to hand over the work for the project “{{ title }}” to {{ successor }}.',
        'Please open the project and say whether you take it over. Until then the present holder remains in charge; without an answer the offer lapses.',
      ],
    },
  },
};
