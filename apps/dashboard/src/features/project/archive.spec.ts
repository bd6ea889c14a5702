import type { StoredDocument } from '../../lib/documents';
import { archiveOf } from './archive';

const file = (documentId: string, type: string, uploadedAt: string, language: string | null = null): StoredDocument =>
  ({ documentId, type, language, uploadedAt }) as StoredDocument;

describe('the archive of a project', () => {
  const documents = [
    file('d', 'MOU', '2025-12-03', 'en'),
    file('c', 'MOU', '2025-12-02', 'zh'),
    file('b', 'MOU', '2025-12-01', 'zh'),
    file('a', 'BUDGET', '2025-08-01'),
    file('p', 'PHOTO', '2026-02-01'),
  ];

  it('has one folder per stage, in order, and none that is empty', () => {
    expect(archiveOf(documents).map(({ folder }) => folder)).toEqual(['application', 'mou', 'construction']);
    expect(archiveOf([])).toEqual([]);
  });

  it('counts versions per kind and language and shows the newest first', () => {
    const mou = archiveOf(documents).find(({ folder }) => folder === 'mou');
    expect(mou?.files.map(({ documentId, version }) => [documentId, version])).toEqual([
      ['d', 1],
      ['c', 2],
      ['b', 1],
    ]);
  });
});
