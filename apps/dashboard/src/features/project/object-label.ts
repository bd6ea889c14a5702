import type { TFunction } from 'i18next';
import type { ProjectDetail } from './api/project';
import { organizationName, personName } from './names';

/** What a date is about, in words: a milestone, a year, a party, a person, a round; nothing for the project as a whole. */
export function objectLabel(project: Pick<ProjectDetail, 'people' | 'organizations'>, object: string, t: TFunction): string | undefined {
  if (object === '-') return undefined;
  if (project.people[object] !== undefined) return personName(project, object, object);
  if (project.organizations[object] !== undefined) return organizationName(project, object, t('languageTag'), object);
  if (/^M\d+$/.test(object)) return t(`milestones.${object}`);
  if (/^\d{4}$/.test(object)) return object;
  const round = /^round-(\d+)$/.exec(object)?.[1];
  return round === undefined ? undefined : t('project.round', { no: round });
}
