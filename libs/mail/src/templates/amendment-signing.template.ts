import type { TemplateDefinition } from './template';

/** Mail `amendment-signing`. */
export const amendmentSigning: TemplateDefinition = {
  facts: ['changeNo'],
  sample: { changeNo: 'A1' },
  texts: {
    'zh-CN': {
      act: '请签署补充协议',
      body: [
        '项目“{{ title }}”的补充协议 {{ changeNo }} 已获批准，请各签署方在期限内签署并提交签字页。',
        '全部签署后，协议按所载日期生效；逾期未签署则失效。',
      ],
    },
    en: {
      act: 'Sign the amendment',
      body: [
        'The amendment {{ changeNo }} of the project “{{ title }}” is approved. Each party that signs it, please sign in time and send the signed page.',
        'It takes effect once all have signed, or on its stated day; unsigned it lapses.',
      ],
    },
  },
};
