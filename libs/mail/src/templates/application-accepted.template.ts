import type { TemplateDefinition } from './template';

/** Mail `application-accepted`. */
export const applicationAccepted: TemplateDefinition = {
  facts: [],
  sample: {},
  texts: {
    'zh-CN': {
      act: '申请已受理',
      body: ['申请“{{ title }}”已通过形式审查，进入专家评审。{% if deemed %}秘书处未在期限内答复，依规则视为受理。{% endif %}'],
    },
    en: {
      act: 'Application accepted for review',
      body: [
        'The application “{{ title }}” has passed the formal check and goes to the experts. {% if deemed %}The Secretariat did not answer in time, so by the rules it counts as accepted.{% endif %}',
      ],
    },
  },
};
