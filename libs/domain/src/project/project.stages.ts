/** The stages of a project, in order. */
export const stages = ['application', 'review', 'approval', 'mou', 'construction', 'annual-report', 'closed'] as const;

/** A stage of a project. */
export type Stage = (typeof stages)[number];

/** Sub-states of each stage, in the order in which a project usually meets them. */
export const subStates = {
  application: ['draft', 'submitted', 'early-returned'],
  review: ['checking', 'returned', 'resubmitted', 'not-accepted', 'accepted', 'assigning', 'scoring', 'consensus', 'defence', 'ranked'],
  approval: ['awaiting-decision', 'proposed', 'public-notice', 'challenged', 'ready', 'reserve', 'reserve-offered', 'rejected', 'appealed'],
  mou: ['accepting', 'drafting', 'commenting', 'clearance', 'signing', 'partly-signed', 'lapse-decision', 'signed'],
  construction: ['kick-off', 'building', 'mid-term', 'recovery', 'self-evaluation', 'acceptance', 'rectifying'],
  'annual-report': ['operating', 'report-open', 'report-submitted', 'report-returned', 'renewal-talks', 'expired'],
  closed: ['exiting', 'archived'],
} as const satisfies Record<Stage, readonly string[]>;

/** A sub-state of any stage. */
export type SubState = (typeof subStates)[Stage][number];

/** How a project can end. The first six were never announced, so they are not on the public register. */
export const outcomes = [
  'not-submitted',
  'withdrawn',
  'not-accepted',
  'rejected',
  'reserve-expired',
  'excluded',
  'declined',
  'approval-lapsed',
  'cancelled',
  'terminated',
  'failed-acceptance',
  'expired',
  'completed',
] as const;

/** How a project ended. */
export type Outcome = (typeof outcomes)[number];
