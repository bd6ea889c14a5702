import { actsIn, actsText } from '../features/project/what-if-acts';

/** Acts that are only thought of, in their order, as text. */
export interface WhatIfSearch {
  acts?: string;
}

/** Reads the acts from the address; what is none is as if it were not there. */
export function whatIfSearch(raw: Record<string, unknown>): WhatIfSearch {
  const acts = actsIn(raw['acts']);
  return acts.length === 0 ? {} : { acts: actsText(acts) };
}
