import type { TemplateDefinition } from './template';

/** Mail `defence-waived`. */
export const defenceWaived: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': {
      act: '免予答辩',
      body: ['经两名负责人核定，项目“{{ title }}”免予答辩。已定的答辩时间不再有效。', '评审将按已收到的专家评分继续进行。'],
    },
    en: {
      act: 'No defence needed',
      body: [
        'Two people of the Secretariat have decided that the project “{{ title }}” needs no defence. A time that was set is void.',
        'The review goes on with the score sheets that are in.',
      ],
    },
  },
};
