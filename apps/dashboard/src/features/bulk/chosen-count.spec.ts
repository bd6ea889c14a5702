import { chosenCount } from './chosen-count';

describe('how many projects are chosen', () => {
  it('are those named one by one, whatever else there is', () => {
    expect(chosenCount({ only: 'a,b' }, 67)).toBe(2);
    expect(chosenCount({ only: '' }, 67)).toBe(0);
  });

  it('are all that fit, but for those that were taken out', () => {
    expect(chosenCount({ stage: 'review' }, 67)).toBe(67);
    expect(chosenCount({ stage: 'review', except: 'a,b,c' }, 67)).toBe(64);
  });
});
