import type { TFunction } from 'i18next';
import type { components } from '../generated/openapi-types';
import { countryName, formatNumber, formatDate, formatTime } from './format';

/** One value that an act changed. */
export type Change = components['schemas']['FieldChange'];

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
  change: 'changes.states',
  primaryContact: 'changes',
  officeHead: 'changes',
  checkItem: 'verdicts',
  assignment: 'assignments',
  list: 'lists',
  milestoneState: 'milestoneStates',
  milestoneMark: 'marks',
  report: 'projectPage.reportStates',
};

/** What a value is about within its project, in words; nothing where only its code is known. */
export type NameObject = (about: string) => string | undefined;

/** What changed, with what within the project it belongs to. */
export function changeLabel({ field, object, about }: Omit<Change, 'from' | 'to'>, t: TFunction, nameOf: NameObject): string {
  const objects = [
    object === null ? undefined : objectWord(field, object, t),
    about === null || about === '-' ? undefined : (nameOf(about) ?? plainObject(about, t)),
  ].filter((part) => part !== undefined);
  const what = t(`projectPage.history.fields.${field}`, { defaultValue: field });
  return objects.length === 0 ? what : t('projectPage.situation.about', { what, about: objects.join(' · ') });
}

/** Milestones and rounds have words of their own; names and years stand for themselves. */
function plainObject(about: string, t: TFunction): string {
  if (/^M\d+$/.test(about)) return t(`milestones.${about}`);
  const round = /^round-(\d+)$/.exec(about)?.[1];
  return round === undefined ? about : t('project.round', { no: round });
}

function objectWord(field: string, object: string, t: TFunction): string {
  if (field === 'deadline') return t(`ladders.${object}`);
  if (field === 'checkItem') return t(`checkItems.${object}`);
  return /^M\d+$/.test(object) ? `${object} ${t(`milestones.${object}`)}` : object;
}

/** A value in words: codes from the catalogue, dates in the reader's language, everything else as it is. */
export function changeValue({ field, kind }: Pick<Change, 'field' | 'kind'>, value: string, t: TFunction, language: string): string {
  if (kind === 'date') return value.length === 10 ? formatDate(value, language) : formatTime(value, language);
  if (field === 'budgetCny') return formatNumber(Number(value), language);
  if (field === 'hostCountry') return countryName(value, language);
  const catalogue = kind === 'code' ? catalogueOf[field] : undefined;
  return catalogue === undefined ? value : t(`${catalogue}.${value}`, { defaultValue: value });
}
