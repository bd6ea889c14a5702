import { differingFields, withoutEmpty } from './differing-fields';

describe('two versions of a draft', () => {
  it('differ in what was changed, added or taken out', () => {
    const mine = { titleEn: 'A', goals: 'x', parties: [{ role: 'LEAD' }] };
    const theirs = { titleEn: 'B', parties: [{ role: 'LEAD' }], risks: 'y' };
    expect(differingFields(mine, theirs)).toEqual(['goals', 'risks', 'titleEn']);
  });
});

describe('a content to be saved', () => {
  it('holds no empty text and no empty list', () => {
    expect(withoutEmpty({ titleEn: ' ', goals: 'x', parties: [], declaredTrue: false })).toEqual({ goals: 'x', declaredTrue: false });
  });
});
