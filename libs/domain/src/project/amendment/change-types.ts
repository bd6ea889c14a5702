import type { Stage } from '../project.stages';

/** What may be amended, by the words of the contract. */
export const changeTypes = [
  'milestone-date',
  'duration',
  'project-leader',
  'expiry-renewal',
  'title',
  'scope',
  'site',
  'equipment-list',
  'indicators',
  'budget-shift',
  'partner-in',
  'partner-out',
  'lead',
  'early-end',
] as const;

/** A type of amendment. */
export type ChangeType = (typeof changeTypes)[number];

/** What is known of a type of amendment (default of the programme, section on types of change). */
export interface ChangeTypeRule {
  /** Minor ones are approved by an officer and signed by nobody, major ones by the Secretariat's head and signed. */
  weight: 'minor' | 'major';
  signedBy: 'nobody' | 'lead-and-host' | 'all';
  /** Stages in which it may be asked for. */
  stages: readonly Stage[];
  /** Whether the council has to have said yes: of any project, or of demonstration centres only. */
  council?: 'always' | 'centres';
}

const running: readonly Stage[] = ['construction', 'annual-report'];
const building: readonly Stage[] = ['construction'];

/** Types of amendment. */
export const changeTypeRules: Record<ChangeType, ChangeTypeRule> = {
  'milestone-date': { weight: 'minor', signedBy: 'nobody', stages: building },
  duration: { weight: 'major', signedBy: 'all', stages: building },
  'project-leader': { weight: 'major', signedBy: 'lead-and-host', stages: running },
  'expiry-renewal': { weight: 'major', signedBy: 'all', stages: running },
  title: { weight: 'major', signedBy: 'lead-and-host', stages: running },
  scope: { weight: 'major', signedBy: 'all', stages: running },
  site: { weight: 'minor', signedBy: 'nobody', stages: running },
  'equipment-list': { weight: 'minor', signedBy: 'nobody', stages: building },
  indicators: { weight: 'major', signedBy: 'lead-and-host', stages: running },
  'budget-shift': { weight: 'major', signedBy: 'all', stages: running },
  'partner-in': { weight: 'major', signedBy: 'all', stages: running, council: 'always' },
  'partner-out': { weight: 'major', signedBy: 'all', stages: running, council: 'always' },
  lead: { weight: 'major', signedBy: 'all', stages: running, council: 'always' },
  'early-end': { weight: 'major', signedBy: 'all', stages: running, council: 'centres' },
};

/** These stand in an amendment of their own. */
const alone: readonly ChangeType[] = ['lead', 'early-end'];

/** The end of the construction and the end of the MoU are not amended at one stroke. */
const withoutExpiry: readonly ChangeType[] = ['milestone-date', 'duration'];

function apart(one: ChangeType, two: ChangeType): boolean {
  return alone.includes(one) || (one === 'expiry-renewal' && withoutExpiry.includes(two));
}

/** The first two types that may not stand in one amendment, if there are such. */
export function notTogether(types: readonly ChangeType[]): [ChangeType, ChangeType] | undefined {
  for (const one of types) {
    const other = types.find((two) => two !== one && (apart(one, two) || apart(two, one)));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}
