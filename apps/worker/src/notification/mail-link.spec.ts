import type { NotificationIntent } from '@app/domain';
import { anIntent } from '../../../../test/support/notification-builders';
import { linkOf, pageOf } from './mail-link';

const entity = { kind: 'project' as const, id: 'p1' };

function payloadOf(intent: Partial<NotificationIntent>): Record<string, unknown> | undefined {
  return linkOf({ intent: anIntent(intent), copy: false, personId: 'x', entity })?.payload;
}

describe('the one link of a mail', () => {
  it('fixes what the mail already says', () => {
    expect(payloadOf({ action: 'ConfirmProposal', object: 'prop' })).toEqual({ proposalId: 'prop' });
    expect(payloadOf({ action: 'SubmitReport', values: { year: 2026 } })).toEqual({ year: 2026 });
    expect(payloadOf({ action: 'AcceptReport', object: '2027', values: {} })).toEqual({ year: 2027 });
    expect(payloadOf({ action: 'SubmitEvidence', object: 'M3', values: {} })).toEqual({ milestone: 'M3' });
    expect(payloadOf({ action: 'RecordSignature', owner: { role: 'PS', organizationId: 'o' } })).toEqual({ organizationId: 'o' });
    expect(payloadOf({ action: 'RecordSignature' })).toEqual({});
    expect(payloadOf({ action: 'AcceptAward' })).toEqual({});
  });

  it('is a plain page for copies and for mails that only tell', () => {
    expect(payloadOf({})).toBeUndefined();
    expect(linkOf({ intent: anIntent({ action: 'AcceptAward' }), copy: true, personId: 'x', entity })).toBeUndefined();
    expect([pageOf(entity), pageOf({ kind: 'call', id: 'c1' })]).toEqual(['/projects/p1', '/calls/c1']);
  });
});
