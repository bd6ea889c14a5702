import type { TemplateDefinition } from './template';

/** Mail `change-taken-back`. */
export const changeTakenBack: TemplateDefinition = {
  facts: ['beforeNo', 'sentOn', 'changeNo', 'effectOn'],
  sample: { beforeNo: 'A1', sentOn: ['2026-05-03'], changeNo: 'A2', effectOn: '2026-05-20' },
  texts: {
    'zh-CN': {
      act: '更正此前来函',
      body: [
        '此前关于项目“{{ title }}”变更 {{ beforeNo }} 的来函，自 {{ effectOn }} 起不再适用。该项变更已由 {{ changeNo }} 撤回，恢复此前的内容。',
        '请以本函为准。由此带来不便，敬请谅解。',
      ],
    },
    en: {
      act: 'Correction of our earlier letter',
      body: [
        'What we wrote about the change {{ beforeNo }} of the project “{{ title }}” no longer applies from {{ effectOn }}: {{ changeNo }} has taken it back, and what stood before applies again.',
        'Please go by this letter. We apologise for the inconvenience.',
      ],
    },
  },
};
