import type { Consequences } from '../consequence-rule';
import { endEarly } from './early-end';
import { terminate } from './termination';

/** What the clock does at the end that was decided or agreed. */
export const endingConsequences: Consequences = {
  terminate: (state, _deadline, ctx) => terminate(state, ctx),
  'end-early': (state, _deadline, ctx) => endEarly(state, ctx),
};
