import { organizationsByIds, peopleByIds, textsOf, type OrganizationRow, type PersonRow, type Sql } from '@app/persistence';

/** Names and texts an answer mentions, by id. */
export interface Names {
  people: Record<string, Pick<PersonRow, 'fullName' | 'latinName' | 'country' | 'organizationId' | 'organizationZh' | 'organizationEn'>>;
  organizations: Record<string, Pick<OrganizationRow, 'nameZh' | 'nameEn' | 'nameLocal' | 'country' | 'kind'>>;
  texts: Record<string, string | null>;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the names of all ids that stand anywhere in an answer, and the texts it refers to. Ids of other things are simply not found. */
export async function namesIn(db: Sql, answer: unknown): Promise<Names> {
  const found = new Set<string>();
  collect(answer, found);
  const ids = [...found];
  const [people, organizations, texts] = await Promise.all([peopleByIds(db, ids), organizationsByIds(db, ids), textsOf(db, ids)]);
  return {
    people: Object.fromEntries(people.map((one) => [one.personId, personName(one)])),
    organizations: Object.fromEntries(organizations.map((one) => [one.organizationId, organizationName(one)])),
    texts: Object.fromEntries(texts),
  };
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (uuid.test(value)) found.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) collect(one, found);
  }
}

function personName({ fullName, latinName, country, organizationId, organizationZh, organizationEn }: PersonRow): Names['people'][string] {
  return { fullName, latinName, country, organizationId, organizationZh, organizationEn };
}

function organizationName({ nameZh, nameEn, nameLocal, country, kind }: OrganizationRow): Names['organizations'][string] {
  return { nameZh, nameEn, nameLocal, country, kind };
}
