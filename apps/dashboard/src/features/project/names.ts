import { inLanguage } from '../../lib/stages';
import type { ProjectDetail } from './api/project';

/** A person's name as written, with the Latin form beside it where they differ; the id is never shown. */
export function personName(project: Pick<ProjectDetail, 'people'>, personId: string | undefined, unknown: string): string {
  const person = personId === undefined ? undefined : project.people[personId];
  if (person === undefined) return unknown;
  return person.fullName === person.latinName ? person.fullName : `${person.fullName} (${person.latinName})`;
}

/** An organization's name in the reader's language. */
export function organizationName(
  project: Pick<ProjectDetail, 'organizations'>,
  organizationId: string | undefined,
  language: string,
  unknown: string,
): string {
  const one = organizationId === undefined ? undefined : project.organizations[organizationId];
  return inLanguage(one?.nameZh, one?.nameEn, language) ?? unknown;
}
