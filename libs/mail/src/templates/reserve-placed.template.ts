import type { TemplateDefinition } from './template';

/** Mail `reserve-placed`. */
export const reservePlaced: TemplateDefinition = {
  facts: ['list', 'rank', 'score'],
  sample: { list: 'B', rank: 21, score: '71.50' },
  texts: {
    'zh-CN': {
      act: '列入备选名单通知书',
      body: ['项目“{{ title }}”列入备选名单。如有名额空出，将按顺序征询；备选资格至次年 3 月 31 日有效。'],
    },
    en: {
      act: 'Placed on the reserve list',
      body: [
        'The project “{{ title }}” stands on the reserve list. When a place becomes free it is offered in order; the reserve list is valid until 31 March of the next year.',
      ],
    },
  },
};
