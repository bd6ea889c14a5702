/** A ground on which a project is ended by decision. */
export type TerminationGround =
  'BREACH' | 'NO_REPORT' | 'FALSE_STATEMENT' | 'BELOW_MINIMUM_PARTNERS' | 'SUSPENSION_UNRESOLVED' | 'FAILED_ACCEPTANCE' | 'REQUEST';
