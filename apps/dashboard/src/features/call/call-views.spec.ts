import { callViews, viewsFor } from './call-views';

describe('the parts of the call page', () => {
  it('are all for who may see every project', () => {
    for (const role of ['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC']) expect(viewsFor([role])).toEqual(callViews);
  });

  it('leave the applications out for the panel’s chair and the observer', () => {
    expect(viewsFor(['CH'])).toEqual(['overview', 'review', 'ranking', 'outcome']);
    expect(viewsFor(['OB', 'EX'])).not.toContain('applications');
  });

  it('are the overview alone for experts, ministries and applicants', () => {
    for (const roles of [['EX'], ['MR'], []]) expect(viewsFor(roles)).toEqual(['overview']);
  });
});
