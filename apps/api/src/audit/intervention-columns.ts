import { exportWords, fillIn, interventionWords, type InterventionColumn, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { textCell, type Cell } from '../export/cells';
import type { FactChange } from '../project/state-facts';
import type { interventionLine } from './interventions.schemas';

type Told = z.output<typeof interventionLine>;

const columns: readonly InterventionColumn[] = [
  ...([
    'at',
    'kind',
    'reference',
    'person',
    'onBehalfOf',
    'door',
    'reason',
    'events',
    'changes',
    'answer',
    'result',
    'undone',
    'run',
    'rev',
    'id',
  ] as const),
];

/** Names of the columns of the exported list. */
export function interventionColumnNames(language: SpokenLanguage): string[] {
  return columns.map((column) => interventionWords[language].columns[column]);
}

/** The cells of an intervention. */
export function interventionCells(line: Told, language: SpokenLanguage): Cell[] {
  const cells: Record<InterventionColumn, Cell> = {
    at: { is: 'instant', instant: line.at },
    kind: textCell(line.about === null ? line.label : `${line.label}: ${line.about.label}`),
    reference: textCell(line.reference ?? line.entityId),
    person: textCell(line.personName),
    onBehalfOf: textCell(line.onBehalfOfName),
    door: textCell(line.door === null ? null : (interventionWords[language].doors[line.door] ?? line.door)),
    reason: textCell(line.reason),
    events: textCell(line.events.map((event) => event.sentence).join('\n')),
    changes: textCell([...line.changes.map((change) => changeText(change, language)), ...technicalTexts(line, language)].join('\n')),
    answer: textCell(line.proposal?.phrase),
    result: textCell(line.technical?.phrase),
    undone: textCell(
      line.undoneBy === null
        ? null
        : `${line.undoneBy.label}: ${line.undoneBy.byName}, ${fillIn('{at}', { at: line.undoneBy.at }, language)}`,
    ),
    run: textCell(line.runId),
    rev: { is: 'number', number: line.rev },
    id: textCell(line.id),
  };
  return columns.map((column) => cells[column]);
}

function technicalTexts({ technical }: Told, language: SpokenLanguage): string[] {
  const { none } = interventionWords[language];
  return (technical?.changes ?? []).map(({ part, name, from, to }) => `${name ?? part}: ${from ?? none} → ${to ?? none}`);
}

/** One value before and after, in words: `State: building → on hold`. */
function changeText({ field, object, about, from, to }: FactChange, language: SpokenLanguage): string {
  const { fields, none } = interventionWords[language];
  const said = (value: string | null): string => (value === null ? none : wordOf(field, value, language));
  const of = [object === null ? null : wordOf(field, object, language), about === '-' ? null : about].filter((part) => part !== null);
  return `${[fields[field] ?? field, ...of].join(' · ')}: ${said(from)} → ${said(to)}`;
}

function wordOf(field: string, value: string, language: SpokenLanguage): string {
  const { stages, subStates, outcomes, holds, ladders, countries, occupations } = exportWords[language];
  const catalogues: Record<string, Record<string, string>> = {
    ...{ stage: stages, subState: subStates, outcome: outcomes, hold: holds, deadline: ladders, hostCountry: countries },
    field: occupations,
  };
  return catalogues[field]?.[value] ?? value;
}
