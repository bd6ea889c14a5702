import type { ProjectLine } from '@app/persistence';
import type { ExportColumn, ExportWords } from '@app/platform';
import { nothing, textCell, type Cell } from './cells';

type Line = Omit<ProjectLine, 'sortKey'>;

/** Columns of the list page; each stands for one or more columns of an exported table. */
export const listColumns = [
  'project',
  'stage',
  'country',
  'deadline',
  'officer',
  'call',
  'lead',
  'host',
  'field',
  'since',
  'updated',
  'outcome',
] as const;

/** A column of the list page. */
export type ListColumn = (typeof listColumns)[number];

const exported: Record<ListColumn, readonly ExportColumn[]> = {
  project: ['reference', 'titleZh', 'titleEn'],
  stage: ['stage', 'subState', 'held'],
  country: ['country'],
  deadline: ['task', 'dueOn', 'endsAt', 'ownerRole', 'overdue'],
  officer: ['officer'],
  call: ['call'],
  lead: ['leadZh', 'leadEn'],
  host: ['hostZh', 'hostEn'],
  field: ['field'],
  since: ['since'],
  updated: ['updated'],
  outcome: ['outcome'],
};

/** Columns of the table for these columns of the page, in their order; a table always names the project. */
export function exportColumnsOf(columns: readonly ListColumn[]): ExportColumn[] {
  const wanted = columns.includes('project') ? columns : (['project', ...columns] as const);
  return [...new Set(wanted.flatMap((column) => exported[column]))];
}

/** The cells of a line. */
export function cellsOf(line: Line, columns: readonly ExportColumn[], words: ExportWords): Cell[] {
  return columns.map((column) => cellMakers[column](line, words));
}

const inWords = (words: Record<string, string>, code: string | null | undefined): Cell =>
  code === null || code === undefined ? nothing : textCell(words[code] ?? code);
const dateCell = (date: string | undefined): Cell => (date === undefined ? nothing : { is: 'date', date });
const instantCell = (at: Date | string | undefined): Cell =>
  at === undefined ? nothing : { is: 'instant', instant: new Date(at).toISOString() };

const cellMakers: Record<ExportColumn, (line: Line, words: ExportWords) => Cell> = {
  reference: (line) => textCell(line.reference),
  titleZh: (line) => textCell(line.titleZh),
  titleEn: (line) => textCell(line.titleEn),
  stage: (line, words) => inWords(words.stages, line.stage),
  subState: (line, words) => inWords(words.subStates, line.subState),
  held: (line, words) => inWords(words.holds, line.held),
  country: (line, words) => inWords(words.countries, line.hostCountry),
  task: (line, words) => inWords(words.ladders, line.deadline?.ladder),
  dueOn: (line) => dateCell(line.deadline?.dueOn),
  endsAt: (line) => instantCell(line.deadline?.endsAt),
  ownerRole: (line, words) => inWords(words.roles, line.deadline?.ownerRole),
  overdue: (line, words) => (line.deadline === null ? nothing : textCell(line.deadline.overdue ? words.yes : words.no)),
  officer: (line) => textCell(line.officerName),
  call: (line) => textCell(line.callCode),
  leadZh: (line) => textCell(line.leadZh),
  leadEn: (line) => textCell(line.leadEn),
  hostZh: (line) => textCell(line.hostZh),
  hostEn: (line) => textCell(line.hostEn),
  field: (line, words) => inWords(words.occupations, line.fieldCode),
  since: (line) => instantCell(line.since),
  updated: (line) => instantCell(line.updatedAt),
  outcome: (line, words) => inWords(words.outcomes, line.outcome),
};
