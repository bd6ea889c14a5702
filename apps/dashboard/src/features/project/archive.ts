import type { StoredDocument } from '../../lib/documents';

/** Folders of a project's archive, numbered by stage as the programme keeps them. */
export const folders = ['application', 'review', 'mou', 'construction', 'annual-report', 'letters'] as const;

/** A folder of the archive. */
export type Folder = (typeof folders)[number];

const folderOfType: Record<string, Folder> = {
  FORM: 'application',
  LEGAL_PERSON_CERTIFICATE: 'application',
  AUTHORIZATION_LETTER: 'application',
  PARTNER_LETTER: 'application',
  ENTERPRISE_INTENT: 'application',
  SITE_PROOF: 'application',
  BUDGET: 'application',
  HOST_APPROVAL: 'application',
  EXPERT_OPINION: 'review',
  MOU: 'mou',
  MOU_ANNEX: 'mou',
  AMENDMENT: 'mou',
  ANNUAL_REPORT: 'annual-report',
  AUDIT: 'annual-report',
  CORRESPONDENCE: 'letters',
};

/** A stored file with its place among the files of its kind and language: the first stored is version 1. */
export interface FiledDocument extends StoredDocument {
  version: number;
}

/** The files by folder, each kind in order of its versions; folders without files are left out. */
export function archiveOf(documents: readonly StoredDocument[]): { folder: Folder; files: FiledDocument[] }[] {
  const counted = new Map<string, number>();
  const oldestFirst = [...documents].sort((a, b) => a.uploadedAt.localeCompare(b.uploadedAt));
  const filed = oldestFirst.map((one): FiledDocument => {
    const kind = `${one.type}/${one.language ?? ''}`;
    const version = (counted.get(kind) ?? 0) + 1;
    counted.set(kind, version);
    return { ...one, version };
  });
  const newestFirst = filed.reverse();
  return folders
    .map((folder) => ({ folder, files: newestFirst.filter((one) => (folderOfType[one.type] ?? 'construction') === folder) }))
    .filter(({ files }) => files.length > 0);
}
