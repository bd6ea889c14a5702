import type { ConsequenceCode, Deadline } from '../shared/deadline';
import type { DecideContext } from '../shared/decision';
import type { CallEvent } from './call.events';
import type { CallState } from './call.state';

/** What the clock does in a call: opens it, closes it at the announced instant, ends the public notice, lets a proposal lapse. */
export function carryOutCallConsequence(state: CallState, code: ConsequenceCode, deadline: Deadline, ctx: DecideContext): CallEvent[] {
  switch (code) {
    case 'open-call':
      return [{ type: 'CallOpened', at: ctx.now }];
    case 'close-call':
      return [{ type: 'CallClosed', closedAt: state.closesAt, applications: state.applications, at: ctx.now }];
    case 'end-public-notice':
      return [{ type: 'PublicNoticeEnded', at: ctx.now }];
    case 'lapse-proposal':
      return [{ type: 'ProposalLapsed', proposalId: deadline.object.replace(/^proposal-/, ''), at: ctx.now }];
    default:
      throw new Error(`no rule of a call for the consequence ${code}`);
  }
}
