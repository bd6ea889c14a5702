import type { SpokenLanguage } from '../problem-sentences';

/** A column of the report of an act on many projects. */
export type BulkColumn = 'position' | 'reference' | 'foreseen' | 'state' | 'why' | 'rev' | 'doneAt' | 'projectId';

/** Words of the report of an act on many projects. */
interface BulkWords {
  /** Begin of the file's name. */
  file: string;
  columns: Record<BulkColumn, string>;
  verdicts: Record<'apply' | 'propose' | 'refuse', string>;
  states: Record<'waiting' | 'sent' | 'applied' | 'proposed' | 'refused' | 'changed' | 'failed' | 'skipped', string>;
}

/** Words of the report, by language. */
export const bulkWords: Record<SpokenLanguage, BulkWords> = {
  en: {
    file: 'act-on-many',
    columns: {
      ...{
        position: 'Row',
        reference: 'Project',
        foreseen: 'Foreseen',
        state: 'What became of it',
        why: 'Why',
        rev: 'Entry of the ledger',
      },
      ...{ doneAt: 'When (UTC)', projectId: 'Id of the project' },
    },
    verdicts: { apply: 'will be applied', propose: 'needs a second person', refuse: 'will be refused' },
    states: {
      ...{ waiting: 'waits', sent: 'under way', applied: 'applied', proposed: 'waits for a second person', refused: 'refused' },
      ...{ changed: 'changed since, left alone', failed: 'failed', skipped: 'left out' },
    },
  },
  'zh-CN': {
    file: '批量操作',
    columns: {
      ...{ position: '行', reference: '项目', foreseen: '预览', state: '结果', why: '原因', rev: '台账条目' },
      ...{ doneAt: '时间（UTC）', projectId: '项目标识' },
    },
    verdicts: { apply: '可以办理', propose: '需第二人确认', refuse: '将被拒绝' },
    states: {
      ...{ waiting: '等待', sent: '办理中', applied: '已办理', proposed: '等待第二人确认', refused: '被拒绝' },
      ...{ changed: '名单生成后已变化，未办理', failed: '失败', skipped: '未列入办理' },
    },
  },
};
