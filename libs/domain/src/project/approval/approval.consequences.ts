import { closeAllDeadlines } from '../../shared/make-deadline';
import type { Consequences } from '../consequence-rule';

/** What the clock does in the stage `approval`. */
export const approvalConsequences: Consequences = {
  'expire-reserve': (state, _deadline, ctx) => [{ type: 'ReserveExpired', at: ctx.now }, ...closeAllDeadlines(state, 'over')],
  'close-after-appeal': (state, _deadline, ctx) => [{ type: 'RejectionFinal', at: ctx.now }, ...closeAllDeadlines(state, 'over')],
};
