import { worded } from './choices';
import type { ProjectForm, ProjectFormContext } from './project-form';

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

/** The kind that is possible where the project stands; the reasons are those of this kind, also before it is chosen. */
function kindOf({ project }: ProjectFormContext): 'hold' | 'suspension' {
  return project.mou?.tookEffectAt === undefined ? 'hold' : 'suspension';
}

/** Holds the project before its MoU is in force, suspends it after. */
export const hold: ProjectForm<'hold'> = {
  irreversible: true,
  fields: {
    kind: {
      kind: 'choice',
      options: (context) => worded(context, 'holds', [kindOf(context)]),
    },
    reasonCode: {
      kind: 'choice',
      options: (context) => worded(context, 'holdReasons', kindOf(context) === 'suspension' ? suspensionReasons : holdReasons),
    },
    reason: { kind: 'long-text' },
  },
};
