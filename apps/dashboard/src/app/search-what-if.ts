/** Acts that are only thought of, in their order, as text; the page reads them and leaves out what is none. */
export interface WhatIfSearch {
  acts?: string;
}

/** Reads the acts from the address. */
export function whatIfSearch({ acts }: Record<string, unknown>): WhatIfSearch {
  return typeof acts === 'string' ? { acts } : {};
}
