import { addressOfView, searchOfView, viewText } from './views';

describe('a saved view', () => {
  const search = { q: '老挝 & =1', stage: 'mou,review', sort: '-title' };

  it('is the same state after it was saved, however that stood in the address', () => {
    expect(searchOfView(viewText({ ...search, lead: undefined }))).toEqual(search);
    expect(viewText(search)).toBe(viewText({ sort: '-title', stage: 'mou,review', q: '老挝 & =1' }));
  });

  it('stands on its page', () => {
    expect(addressOfView({ page: 'list', search: viewText({ stage: 'mou' }) })).toBe('/projects?stage=mou');
    expect(addressOfView({ page: 'board', search: '' })).toBe('/board');
  });
});
