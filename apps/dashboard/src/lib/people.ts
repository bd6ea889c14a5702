import type { components } from '../generated/openapi-types';
import { api, contentOf } from './api-client';
import { countryName } from './format';
import { inLanguage } from './stages';
import type { Reading } from './reading';

/** A person to choose. */
export type PersonChoice = components['schemas']['PersonChoice'];

/** An organization to choose. */
export type OrganizationChoice = components['schemas']['OrganizationChoice'];

/** People with a standing role. */
export function peopleWithRole(role: 'CO' | 'EX' | 'CH' | 'CM' | 'CC'): Reading<PersonChoice[]> {
  return {
    queryKey: ['people', role],
    staleTime: 60_000,
    queryFn: async () => (await contentOf(api.GET('/api/people', { params: { query: { role, limit: '100' as never } } }))).items,
  };
}

/** People of one organization. */
export function peopleOfOrganization(organization: string): Reading<PersonChoice[]> {
  return {
    queryKey: ['people', 'of', organization],
    queryFn: async () => (await contentOf(api.GET('/api/people', { params: { query: { organization, limit: '100' as never } } }))).items,
  };
}

/** The register of organizations. */
export const organizationsQuery: Reading<OrganizationChoice[]> = {
  queryKey: ['organizations'],
  staleTime: 60_000,
  queryFn: async () => (await contentOf(api.GET('/api/organizations', { params: { query: { limit: '100' as never } } }))).items,
};

/** A person as a choice: names in both scripts, organization and country beside them. */
export function personAsChoice(person: PersonChoice, language: string): { value: string; label: string; hint: string } {
  const label = person.fullName === person.latinName ? person.fullName : `${person.fullName} (${person.latinName})`;
  const organization = inLanguage(person.organizationZh, person.organizationEn, language);
  return { value: person.personId, label, hint: [organization, countryName(person.country, language)].filter(Boolean).join(' · ') };
}
