import type { TFunction } from 'i18next';
import { formatNumber, formatDate } from '../../lib/format';
import type { ProjectDetail } from './api/project';
import { organizationName, personName } from './names';
import { objectLabel } from './object-label';

/** An amendment or a correction. */
export type ChangeSet = NonNullable<ProjectDetail['changes']>[number];
type Item = ChangeSet['items'][number];

/** What a change is called: the project's reference with its number. */
export function changeName(
  { reference }: Pick<ProjectDetail, 'reference'>,
  { no, kind }: Pick<ChangeSet, 'no' | 'kind'>,
  t: TFunction,
): string {
  return `${t(`changes.kinds.${kind}`)} ${reference === null ? no : `${reference}/${no}`}`;
}

/** What a path names, in words: the planned day of a milestone, the first contact. */
export function fieldName(project: Pick<ProjectDetail, 'people' | 'organizations'>, path: string, t: TFunction): string {
  const parts = path.split('/');
  const of = parts.length === 3 ? parts[1] : undefined;
  const name = of === undefined ? '' : (objectLabel(project, of, t) ?? of);
  return t(`changes.fields.${parts.at(-1) ?? path}`, { of: /^M\d+$/.test(of ?? '') ? `${of ?? ''} ${name}` : name });
}

/** A value of a change as people read it. */
export function changeValue(project: ProjectDetail, path: string, value: string, t: TFunction, language: string): string {
  if (value === '-') return unset(project, path, t, language);
  if (path.startsWith('parties/')) return path === 'parties/lead' ? leader(project, value, language) : t(`parties.${value}`);
  return plainValue(project, path, value, t, language);
}

function plainValue(project: ProjectDetail, path: string, value: string, t: TFunction, language: string): string {
  if (path === 'budgetCny') return formatNumber(Number(value), language);
  const text = project.texts[value];
  if (typeof text === 'string') return text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, language);
  if (path === 'construction/durationMonths') return t('changes.months', { count: Number(value) });
  if (value === 'yes' || value === 'no') return t(`changes.${value}`);
  return project.people[value] === undefined ? value : personName(project, value, value);
}

/** What holds where no amendment has set a value. */
function unset({ applied }: ProjectDetail, path: string, t: TFunction, language: string): string {
  if (path === 'endsEarlyOn') return t('changes.noEarlyEnd');
  if (path.startsWith('parties/')) return t('changes.noParty');
  const own = (applied as Record<string, string | null> | undefined)?.[path] ?? t('changes.asApplied');
  return path === 'budgetCny' && applied?.budgetCny != null ? formatNumber(Number(own), language) : own;
}

/** Who leads: the organization with the person who leads the project. */
function leader(project: ProjectDetail, personId: string, language: string): string {
  const organizationId = project.people[personId]?.organizationId ?? undefined;
  return [organizationName(project, organizationId, language, '–'), personName(project, personId, '–')].join(' · ');
}

/** The items in one line: what, old and new; or one side alone. */
export function changeText(project: ProjectDetail, items: readonly Item[], t: TFunction, language: string, only?: 'old' | 'new'): string {
  const said = (item: Item, side: 'old' | 'new'): string => changeValue(project, item.path, item[side], t, language);
  return items
    .map((item) =>
      only === undefined
        ? t('changes.line', { what: fieldName(project, item.path, t), old: said(item, 'old'), new: said(item, 'new') })
        : said(item, only),
    )
    .join('; ');
}
