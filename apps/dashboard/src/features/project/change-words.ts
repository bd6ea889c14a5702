import type { TFunction } from 'i18next';
import { countryName, formatDate, formatTime } from '../../lib/format';
import type { ProjectDetail } from './api/project';
import { objectLabel } from './object-label';
import type { Past } from './timeline-items';

type Change = NonNullable<Past['items'][number]['changes']>[number];

/** Where the words of a field's codes stand. */
const catalogueOf: Record<string, string> = {
  stage: 'stages',
  subState: 'subStates',
  outcome: 'outcomes',
  field: 'occupations',
  type: 'types',
  centre: 'projectPage.history.centre',
  hold: 'holds',
  holdReason: 'holdReasons',
  party: 'parties',
  checkItem: 'verdicts',
  assignment: 'assignments',
  list: 'lists',
  milestoneState: 'milestoneStates',
  milestoneMark: 'marks',
  report: 'projectPage.reportStates',
};

/** What changed, with what within the project it belongs to. */
export function changeLabel(project: ProjectDetail, { field, object, about }: Change, t: TFunction): string {
  const objects = [
    object === null ? undefined : objectWord(field, object, t),
    about === null || about === '-' ? undefined : (objectLabel(project, about, t) ?? about),
  ].filter((part) => part !== undefined);
  const what = t(`projectPage.history.fields.${field}`, { defaultValue: field });
  return objects.length === 0 ? what : t('projectPage.situation.about', { what, about: objects.join(' · ') });
}

function objectWord(field: string, object: string, t: TFunction): string {
  if (field === 'deadline') return t(`ladders.${object}`);
  if (field === 'checkItem') return t(`checkItems.${object}`);
  return /^M\d+$/.test(object) ? `${object} ${t(`milestones.${object}`)}` : object;
}

/** A value in words: codes from the catalogue, dates in the reader's language, everything else as it is. */
export function changeValue({ field, kind }: Change, value: string, t: TFunction, language: string): string {
  if (kind === 'date') return value.length === 10 ? formatDate(value, language) : formatTime(value, language);
  if (field === 'hostCountry') return countryName(value, language);
  const catalogue = kind === 'code' ? catalogueOf[field] : undefined;
  return catalogue === undefined ? value : t(`${catalogue}.${value}`, { defaultValue: value });
}
