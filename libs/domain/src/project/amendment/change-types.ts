import type { Stage } from '../project.stages';

/** What may be amended, by the words of the contract. */
export const changeTypes = ['milestone-date', 'duration', 'project-leader', 'expiry-renewal'] as const;

/** A type of amendment. */
export type ChangeType = (typeof changeTypes)[number];

/** What is known of a type of amendment (default of the programme, section on types of change). */
export interface ChangeTypeRule {
  /** Minor ones are approved by an officer and signed by nobody, major ones by the Secretariat's head and signed. */
  weight: 'minor' | 'major';
  signedBy: 'nobody' | 'lead-and-host' | 'all';
  /** Stages in which it may be asked for. */
  stages: readonly Stage[];
  /** Types it may stand beside in one amendment. */
  beside: readonly ChangeType[];
}

/** Types of amendment, and which may be combined. The end of the construction and the end of the MoU are not amended at one stroke. */
export const changeTypeRules: Record<ChangeType, ChangeTypeRule> = {
  'milestone-date': { weight: 'minor', signedBy: 'nobody', stages: ['construction'], beside: ['duration', 'project-leader'] },
  duration: { weight: 'major', signedBy: 'all', stages: ['construction'], beside: ['milestone-date', 'project-leader'] },
  'project-leader': {
    weight: 'major',
    signedBy: 'lead-and-host',
    stages: ['construction', 'annual-report'],
    beside: ['milestone-date', 'duration', 'expiry-renewal'],
  },
  'expiry-renewal': { weight: 'major', signedBy: 'all', stages: ['construction', 'annual-report'], beside: ['project-leader'] },
};

/** The first two types that may not stand in one amendment, if there are such. */
export function notTogether(types: readonly ChangeType[]): [ChangeType, ChangeType] | undefined {
  for (const one of types) {
    const other = types.find((two) => two !== one && !changeTypeRules[one].beside.includes(two));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}
