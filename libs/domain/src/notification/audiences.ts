import type { RecipientRole } from '../people/roles';

/** Who is told of a thing, and who gets a copy. */
export interface Audience {
  to: RecipientRole[];
  copy: RecipientRole[];
}

/** Everybody whom the end or the suspension of a running project concerns. */
const ending: Audience = { to: ['PL', 'LR', 'CO', 'SH'], copy: ['AC', 'PC', 'PS', 'CM', 'MR'] };

/** Milestones, progress and reports: the people at work; the officer reads along. */
const work: Audience = { to: ['AC', 'PL'], copy: ['CO'] };

/**
 * Who gets which mail, by what it is about (event and role table of the programme, after the Erasmus+ habit; default).
 * Legal representatives stand only in the rows of formal acts.
 */
export const audiences = {
  receipt: { to: ['AC', 'PL'], copy: ['LR'] },
  correction: { to: ['AC', 'PL'], copy: ['LR'] },
  correctionAnswer: { to: ['AC', 'PL'], copy: ['CO'] },
  correctionOver: { to: ['AC', 'LR'], copy: ['CO'] },
  accepted: { to: ['AC', 'PL'], copy: [] },
  refused: { to: ['AC', 'PL', 'LR'], copy: [] },
  expert: { to: ['EX'], copy: ['CO'] },
  defence: { to: ['AC', 'PL'], copy: ['CO'] },
  award: { to: ['AC', 'PL', 'LR'], copy: ['PC', 'PS', 'MR'] },
  reserve: { to: ['AC', 'PL', 'LR'], copy: ['CO'] },
  mouDraft: { to: ['AC', 'PL', 'PC', 'PS', 'CO'], copy: [] },
  mouSigning: { to: ['AC', 'PL', 'LR', 'PC', 'PS', 'CO'], copy: ['SH', 'MR'] },
  work,
  ending,
  hold: { to: ['AC', 'PL'], copy: ['LR', 'CO'] },
  expiry: { to: ['AC', 'PL', 'LR', 'PC', 'PS', 'CO', 'SH'], copy: ['MR'] },
  handOver: { to: ['owner'], copy: ['AC', 'PL', 'CO'] },
  officer: { to: ['CO'], copy: [] },
  head: { to: ['SH'], copy: ['CO'] },
  secretariat: { to: ['CO', 'SH'], copy: [] },
  council: { to: ['CM', 'CC'], copy: ['SH'] },
} as const satisfies Record<string, { to: readonly RecipientRole[]; copy: readonly RecipientRole[] }>;

/** A row of the table. */
export type AudienceKey = keyof typeof audiences;

/** A fresh copy of a row, so that nobody changes the table. */
export function audienceOf(key: AudienceKey): Audience {
  const row = audiences[key];
  return { to: [...row.to], copy: [...row.copy] };
}
