import type { components } from '../../generated/openapi-types';

type ProjectDetail = components['schemas']['ProjectDetail'];

/** Somebody whose part can be taken in a copy. */
export interface Player {
  personId: string;
  roles: string[];
}

/** Who belongs to a project, with what each is to it: whose part can be taken in its copy. */
export function playersOf({ contacts, officerId, review }: Pick<ProjectDetail, 'contacts' | 'officerId' | 'review'>): Player[] {
  const found = new Map<string, string[]>();
  const add = (personId: string, role: string): void => void found.set(personId, [...(found.get(personId) ?? []), role]);
  for (const one of contacts) {
    if (one.lead === true) add(one.personId, 'PL');
    if (one.legalRepresentative === true) add(one.personId, 'LR');
    if (one.lead !== true && one.legalRepresentative !== true) add(one.personId, 'AC');
  }
  if (officerId !== undefined) add(officerId, 'CO');
  for (const one of review.assignments) add(one.expertId, 'EX');
  return [...found].map(([personId, roles]) => ({ personId, roles: [...new Set(roles)] }));
}
