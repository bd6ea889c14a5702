import { toldReason } from './told-reason';

describe('on what a refusal rests', () => {
  const policyValues = [{ key: 'check.correction', value: '15d', article: 'EU grant practice' }];
  const reason = { rule: 'ResubmitCorrection', ground: 'time', rulesBuild: 4, policyVersion: 1, policyValues };

  it('is told with its articles in the reader’s language, those of policy values too', () => {
    expect(toldReason(reason, 'zh-CN')).toMatchObject({
      says: expect.stringMatching(/民法典/) as string,
      policyValues: [{ article: '欧盟资助项目做法' }],
    });
    expect(toldReason(reason, 'en')).toMatchObject({
      says: expect.stringMatching(/Civil Code/) as string,
      policyValues: [{ value: '15d', article: 'EU grant practice' }],
    });
  });

  it('tells no values where there is no policy yet', () => {
    expect(toldReason({ rule: 'StartApplication', ground: 'rights', rulesBuild: 4 }, 'en')).not.toHaveProperty('policyValues');
  });
});
