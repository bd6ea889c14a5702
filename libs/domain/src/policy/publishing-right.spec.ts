import { cannotConfirm, cannotPropose } from './publishing-right';

describe('the right to publish a policy', () => {
  it.each([
    [['SH'], ['SH'], []],
    [['SH', 'CC', 'AD'], ['SH'], []],
    [['SH', 'CC', 'AD'], ['CC'], ['SH', 'AD']],
    [['SH', 'CC', 'AD'], ['AD'], ['SH']],
    [['SH', 'CC', 'AD'], ['CO'], ['SH', 'CC', 'AD']],
  ] as const)('changes of %j are proposed by %j but for %j', (authorities, proposer, missing) => {
    expect(cannotPropose(authorities, proposer)).toEqual(missing);
  });

  it.each([
    [['SH'], ['SH'], ['SH'], []],
    [['SH'], ['SH'], ['AD'], ['SH']],
    [['SH'], ['AD'], ['SH'], ['SH']],
    [['CC'], ['SH'], ['CC'], []],
    [['CC'], ['CC'], ['SH'], ['CC']],
    [['AD'], ['AD'], ['SH'], []],
    [['AD'], ['SH'], ['AD'], []],
    [['AD'], ['AD'], ['AD'], ['AD']],
    [['AD'], ['SH'], ['SH'], ['AD']],
    [['SH', 'CC'], ['SH'], ['CC'], ['SH']],
    [['SH', 'CC'], ['SH'], ['SH', 'CC'], []],
  ] as const)('changes of %j, proposed by %j and confirmed by %j, lack %j', (authorities, proposer, second, missing) => {
    expect(cannotConfirm(authorities, proposer, second)).toEqual(missing);
  });
});
