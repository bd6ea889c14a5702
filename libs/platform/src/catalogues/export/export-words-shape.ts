/** What an exported table says: its columns, and codes in words. */
export interface ExportWords {
  /** Begin of the file's name. */
  file: string;
  yes: string;
  no: string;
  columns: Record<ExportColumn, string>;
  countries: Record<string, string>;
  stages: Record<string, string>;
  subStates: Record<string, string>;
  outcomes: Record<string, string>;
  holds: Record<string, string>;
  ladders: Record<string, string>;
  roles: Record<string, string>;
  occupations: Record<string, string>;
}

/** A column of an exported table of projects. */
export type ExportColumn =
  | 'reference'
  | 'titleZh'
  | 'titleEn'
  | 'stage'
  | 'subState'
  | 'held'
  | 'country'
  | 'task'
  | 'dueOn'
  | 'endsAt'
  | 'ownerRole'
  | 'overdue'
  | 'officer'
  | 'call'
  | 'leadZh'
  | 'leadEn'
  | 'hostZh'
  | 'hostEn'
  | 'field'
  | 'since'
  | 'updated'
  | 'outcome';
