import type { Consequences } from '../consequence-rule';
import { terminate } from './termination';

/** What the clock does at the end that was decided. */
export const endingConsequences: Consequences = {
  terminate: (state, _deadline, ctx) => terminate(state, ctx),
};
