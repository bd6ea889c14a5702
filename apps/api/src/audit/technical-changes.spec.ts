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

  it('tell instants in Beijing time, who has read as a number, and keys of the policy by their key', () => {
    const before = { sendAfter: '2026-03-01T01:30:00.000Z', 'check.officer': '5wd', 'duplicate.warnKeys': { a: 1 } };
    const after = { sendAfter: null, readers: ['x', 'y'], 'check.officer': '7wd', 'duplicate.warnKeys': ['a', 'b'] };
    expect(technicalChanges(before, after, 'en')).toEqual([
      { part: 'sendAfter', name: 'Leaves at', from: '2026-03-01 09:30', to: null },
      { part: 'check.officer', name: null, from: '5wd', to: '7wd' },
      { part: 'duplicate.warnKeys', name: null, from: '{"a":1}', to: 'a, b' },
      { part: 'readers', name: 'Read by (people)', from: null, to: '2' },
    ]);
  });

  it('tell what stood before while an act has not ended', () => {
    expect(technicalChanges({ total: 12 }, null, 'en')).toEqual([{ part: 'total', name: 'Projects', from: '12', to: null }]);
  });
});
