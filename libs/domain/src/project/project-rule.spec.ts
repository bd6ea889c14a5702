import { defaultPolicy } from '../policy/policy';
import { projectAt } from '../spec-kit';
import { contractSet, leadOf } from './project-rule';

describe('the lead of a project', () => {
  it('gives its deadlines owner and calendar', () => {
    expect(leadOf(projectAt('submitted'))).toMatchObject({ organizationId: 'college', country: 'CN' });
  });

  it('is nobody before an application names its parties: China’s calendar counts', () => {
    expect(leadOf(projectAt('draft'))).toEqual({ organizationId: '', country: 'CN' });
    expect(contractSet(leadOf(projectAt('draft')).country, defaultPolicy)).toEqual(['CN']);
  });
});
