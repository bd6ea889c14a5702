import { defaultPolicy } from '../policy/policy';
import { policyKeys } from '../policy/policy-keys';
import { valueAt } from '../policy/policy-tree';
import { groundsOf } from './refusal-grounds';
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

  it('names the quorum of the body that met', () => {
    expect(groundsOf('NO_QUORUM', 'DecideProposal')).toEqual({ ground: 'quorum', policyKeys: ['approval.councilQuorum'] });
    expect(groundsOf('NO_QUORUM', 'RecordAcceptance').policyKeys).toContain('construction.acceptanceQuorum');
    expect(groundsOf('NO_QUORUM', 'constructor').policyKeys).toEqual([]);
    expect(groundsOf('WRONG_STAGE', 'Snooze')).toEqual({ ground: 'life-cycle', policyKeys: [] });
  });
});
