import type { CallForm } from './call-form';
import { applications } from './choices';

/** Fixes the ranking, with the chair's vote where ties are left. */
export const fixRanking: CallForm<'fix-ranking'> = {
  irreversible: true,
  fields: { chairVotes: { kind: 'votes', pairs: applications, optional: true } },
};
