import { toPairs } from './search-attributes';

describe('search attributes of a changed entity', () => {
  it('are typed: words as keywords, the wake-up as a date', () => {
    const pairs = toPairs({ ProjectStage: 'mou/signing', NextWakeAt: '2026-01-14T16:00:00.000Z' });
    expect(pairs.map(({ key, value }) => [key.name, key.type, value])).toEqual([
      ['ProjectStage', 'KEYWORD', 'mou/signing'],
      ['NextWakeAt', 'DATETIME', new Date('2026-01-14T16:00:00.000Z')],
    ]);
  });

  it('are removed by null', () => {
    expect(toPairs({ HostCountry: null, NextWakeAt: null }).map(({ value }) => value)).toEqual([null, null]);
  });

  it('leave out names the namespace does not know: setting one would fail the workflow task for ever', () => {
    expect(toPairs({ Surprise: 'x' })).toEqual([]);
  });
});
