import { ActsField } from '../components/acts-field';
import { actsAmong, actLines, modifyActsOf } from '../modify-acts';
import type { ProjectForm } from './project-form';

/** Several changes as one commit: queued, seen together, then all made or none. */
export const modify: ProjectForm<'modify'> = {
  irreversible: true,
  needs: ['forecast', 'officers'],
  fields: {
    acts: {
      kind: 'own',
      view: ActsField,
      wire: (value, context) => modifyActsOf(actsAmong(value), context),
      lines: (value, context) => actsAmong(value).map((act) => actLines(act, context).join(context.t('why.comma'))),
    },
    reason: { kind: 'long-text' },
  },
};
