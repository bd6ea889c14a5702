/** The steps to which a project can be taken back. */
export const rewindTargets = ['checking', 'scoring', 'drafting', 'building'] as const;

/** A step to which a project can be taken back. */
export type RewindTarget = (typeof rewindTargets)[number];
