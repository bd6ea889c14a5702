import { context, person, projectAt, text } from '../spec-kit';
import type { Decision } from './decision';
import { confirmProposal, propose, rejectProposal } from './four-eyes';
import type { Proposal } from './proposal';

const at = '2025-09-03T02:00:00.000Z';
const head = context(at, person('head', 'SH'), { commandId: 'p1', reason: text });
const deputy = context(at, person('deputy', 'SH'));
const clock = context(at, { kind: 'system' });
const command = { type: 'Hold', payload: { kind: 'suspension', reasonCode: 'WAR' } };
const proposal: Proposal = {
  proposalId: 'p1',
  commandType: command.type,
  payload: command.payload,
  proposedBy: 'head',
  proposedAt: at,
  reason: text,
  lapsesAt: '2025-09-08T16:00:00.000Z',
};
const waiting = { ...projectAt('checking'), proposals: [proposal] };
const carriedOut = (): Decision<{ type: string }> => ({ ok: true, events: [{ type: 'Carried' }] });
const code = (decision: Decision<unknown>): string => (decision.ok ? 'done' : decision.violation.code);

describe('a command under four eyes', () => {
  it('waits for a second person, with the proposer’s reason, for three working days', () => {
    expect(propose(projectAt('checking'), command, head)).toMatchObject({
      ok: true,
      events: [
        { type: 'ProposalMade', proposal },
        { type: 'DeadlineSet', deadline: { object: 'proposal-p1', endsAt: proposal.lapsesAt } },
      ],
    });
  });

  it('is carried out by the second person’s yes, and ended by anybody’s no', () => {
    expect(confirmProposal(waiting, 'p1', deputy, carriedOut)).toMatchObject({
      events: [{ type: 'ProposalConfirmed', by: 'deputy' }, { type: 'Carried' }],
    });
    expect(rejectProposal(waiting, 'p1', deputy)).toMatchObject({ events: [{ type: 'ProposalRejected', by: 'deputy' }] });
    expect(rejectProposal(waiting, 'p1', head)).toMatchObject({ events: [{ type: 'ProposalRejected', by: 'head', reason: text }] });
  });

  it('is never the clock’s to propose, confirm or reject', () => {
    expect(code(propose(projectAt('checking'), command, clock))).toBe('NOT_ALLOWED');
    expect(code(confirmProposal(waiting, 'p1', clock, carriedOut))).toBe('SAME_PERSON');
    expect(code(rejectProposal(waiting, 'p1', clock))).toBe('NOT_ALLOWED');
  });

  it('keeps waiting when it is refused to the second person', () => {
    const refused = (): Decision<{ type: string }> => ({ ok: false, violation: { code: 'ON_HOLD', message: 'held already', values: {} } });
    expect(code(confirmProposal(waiting, 'p1', deputy, refused))).toBe('ON_HOLD');
  });
});
