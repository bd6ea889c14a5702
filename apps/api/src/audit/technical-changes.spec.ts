import { exportWords } from '@app/platform';
import { technicalChanges } from './technical-changes';

describe('before and after of a technical act', () => {
  it('are told in words of the reader’s language, and only what differs', () => {
    const before = { runId: 'a', ledgerRev: 7, shellRev: 5, findings: ['SHELL_BEHIND'], shut: false };
    const after = { runId: 'b', ledgerRev: 7, shellRev: 7, findings: [], shut: true };
    expect(technicalChanges(before, after, 'zh-CN')).toEqual([
      { part: 'shellRev', name: '工作流所知条目', from: '5', to: '7' },
      { part: 'findings', name: '故障', from: '工作流落后于台账', to: '无' },
      { part: 'shut', name: '停发', from: '否', to: '是' },
    ]);
    expect(technicalChanges(before, after, 'en')[1]).toEqual({
      ...{ part: 'findings', name: 'Troubles' },
      ...{ from: 'the workflow stands behind the ledger', to: 'none' },
    });
  });

  it('tell instants in Beijing time, who has read as a number, keys of the policy and their periods by their words', () => {
    const before = { sendAfter: '2026-03-01T01:30:00.000Z', 'check.officer': '5wd', 'duplicate.warnKeys': { a: 1 } };
    const after = { sendAfter: null, readers: ['x', 'y'], 'check.officer': '7wd', 'duplicate.warnKeys': ['a', 'b'] };
    expect(technicalChanges(before, after, 'en')).toEqual([
      { part: 'sendAfter', name: 'Leaves at', from: '2026-03-01 09:30', to: null },
      { part: 'check.officer', name: 'Time for the officer’s formal check', from: '5 working days', to: '7 working days' },
      { part: 'duplicate.warnKeys', name: 'What is pointed out as alike', from: '{"a":1}', to: 'a, b' },
      { part: 'readers', name: 'Read by (people)', from: null, to: '2' },
    ]);
  });

  it('name rows of the ladder, and leave what has no words as it is', () => {
    const changes = technicalChanges({ 'ladder.correction': 'a', 'ladder.none': 'a', other: '1wd' }, {}, 'en');
    expect(changes.map(({ name, from }) => [name, from])).toEqual([
      [exportWords.en.ladders['correction'], 'a'],
      [null, 'a'],
      [null, '1 working day'],
    ]);
    expect(technicalChanges({ time: '12d' }, {}, 'zh-CN')[0]).toMatchObject({ from: '12 日' });
  });

  it('tell what stood before while an act has not ended', () => {
    expect(technicalChanges({ total: 12 }, null, 'en')).toEqual([{ part: 'total', name: 'Projects', from: '12', to: null }]);
  });
});
