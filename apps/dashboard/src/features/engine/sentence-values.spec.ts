import { sentenceValues } from './sentence-values';

describe('the values of a sentence about the engine', () => {
  it('show instants as Beijing time, lists by their names, all else as it is', () => {
    const values = { since: '2026-03-31T09:00:00.000Z', attempt: 7, why: 'OLDER_CODE', left: ['HALTED', 'SHELL_SILENT'] };
    expect(sentenceValues(values, 'en', (code) => code.toLowerCase())).toEqual({
      ...{ since: 'March 31, 2026 at 17:00', attempt: '7', why: 'OLDER_CODE' },
      left: 'halted and shell_silent',
    });
  });
});
