import { worded } from './choices';
import type { ProjectForm } from './project-form';

const holdReasons = ['OBJECTION', 'APPEAL', 'CONFLICT', 'INFORMATION'] as const;
const suspensionReasons = [
  'WAR',
  'DISASTER',
  'BORDER_CLOSED',
  'MINISTRY_CHANGE',
  'BELOW_MINIMUM_PARTNERS',
  'NO_REPORT',
  'BREACH_INQUIRY',
  'REQUEST',
] as const;

/** Holds the project before its MoU is in force, suspends it after. */
export const hold: ProjectForm<'hold'> = {
  irreversible: true,
  fields: {
    kind: {
      kind: 'choice',
      options: (context) => worded(context, 'holds', [context.project.mou?.tookEffectAt === undefined ? 'hold' : 'suspension']),
    },
    reasonCode: {
      kind: 'choice',
      options: (context, { kind }) => worded(context, 'holdReasons', kind === 'suspension' ? suspensionReasons : holdReasons),
    },
    reason: { kind: 'long-text' },
  },
};
