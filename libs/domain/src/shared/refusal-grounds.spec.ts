import { defaultPolicy } from '../policy/policy';
import { policyKeys } from '../policy/policy-keys';
import { valueAt } from '../policy/policy-tree';
import { groundsOf, mailGroundsOf, mailRefusals } from './refusal-grounds';
import { violationCodes } from './violation-codes';

describe('the ground of a refusal', () => {
  it('is known for every code, and its policy keys exist and have values', () => {
    for (const code of violationCodes) {
      for (const command of ['RecordDefence', 'RecordAcceptance', 'DecideProposal', 'Snooze', 'AnyOther']) {
        for (const key of groundsOf(code, command).policyKeys) {
          expect(policyKeys).toHaveProperty([key]);
          expect([key, valueAt(defaultPolicy, key)]).not.toContain(undefined);
        }
      }
    }
  });

  it('is known for every refusal of an act on a single mail, and for nothing else', () => {
    for (const code of mailRefusals)
      for (const key of mailGroundsOf(code)?.policyKeys ?? []) expect(valueAt(defaultPolicy, key)).toBeDefined();
    expect(mailGroundsOf('MAIL_WAITS')).toMatchObject({
      ground: 'one-mail',
      policyKeys: ['mail.window.from', 'mail.window.to', 'mail.coolOff'],
    });
    expect([mailGroundsOf('NOT_FOUND'), mailGroundsOf('constructor')]).toEqual([undefined, undefined]);
  });

  it('names the quorum of the body that met', () => {
    expect(groundsOf('NO_QUORUM', 'DecideProposal')).toEqual({ ground: 'quorum', policyKeys: ['approval.councilQuorum'] });
    expect(groundsOf('NO_QUORUM', 'RecordAcceptance').policyKeys).toContain('construction.acceptanceQuorum');
    expect(groundsOf('NO_QUORUM', 'constructor').policyKeys).toEqual([]);
    expect(groundsOf('WRONG_STAGE', 'Snooze')).toEqual({ ground: 'life-cycle', policyKeys: [] });
  });
});
