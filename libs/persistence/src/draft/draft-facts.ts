import type { Contact, Country, DraftFacts, Facts, Party, ProjectId } from '@app/domain';
import type { Sql } from '../sql';
import { changedApplicationFields, missingApplicationFields, type ApplicationContent } from './application-form';
import { applicationDraft, applicationVersion, reportDraft, reportVersion } from './draft-editor';
import { missingReportSections } from './report-form';

/**
 * What rules may know of an application's draft: the named version, or the last saved one when there is no such version.
 * Parties and contacts whose organization or person is unknown are left out, so that the rule misses them.
 * @param lastSubmitted number of the version that was handed in last, to tell what changed since
 */
export async function draftFacts(
  db: Sql,
  projectId: ProjectId,
  wanted: { version?: number; lastSubmitted?: number },
): Promise<DraftFacts | undefined> {
  const versionOf = async (no: number | undefined) => (no === undefined ? undefined : applicationVersion(db, projectId, no));
  const row = (await versionOf(wanted.version)) ?? (await applicationDraft(db, projectId));
  if (row === undefined) return undefined;
  const { content } = row;
  const before = await versionOf(wanted.lastSubmitted);
  const organizations = await organizationFacts(db, content);
  return {
    version: row.version,
    hash: row.hash,
    missingFields: missingApplicationFields(content),
    documents: (content.documents ?? []).map(({ type, documentId, sha256 }) => ({ type, ref: { documentId, sha256 } })),
    parties: partiesOf(content, organizations),
    contacts: await contactsOf(db, content),
    leadKind: organizationsAs('LEAD', content, organizations)[0]?.kind ?? 'other',
    enterpriseOperatesIn: organizationsAs('ENTERPRISE', content, organizations).flatMap((one) => one.operatesIn),
    changedFields: before === undefined ? [] : changedApplicationFields(before.content, content),
    ...choicesOf(content),
  };
}

/** What rules may know of a report's draft: the named version, or the last saved one when there is no such version. */
export async function reportDraftFacts(
  db: Sql,
  projectId: ProjectId,
  { year, version, shortForm }: { year: number; version?: number; shortForm: boolean },
): Promise<Facts['reportDraft']> {
  const named = version === undefined ? undefined : await reportVersion(db, projectId, year, version);
  const row = named ?? (await reportDraft(db, projectId, year));
  if (row === undefined) return undefined;
  const indicators = Object.entries(row.content.indicators ?? {}).map(([code, value]) => [code, value.cumulative] as const);
  return {
    version: row.version,
    hash: row.hash,
    missingSections: missingReportSections(row.content, shortForm),
    indicators: Object.fromEntries(indicators),
    authorId: row.savedBy,
  };
}

interface OrganizationFacts {
  id: string;
  kind: string;
  country: Country;
  inYunnan: boolean;
  operatesIn: Country[];
}

async function organizationFacts(db: Sql, content: ApplicationContent): Promise<Map<string, OrganizationFacts>> {
  const ids = (content.parties ?? []).map((party) => party.organizationId);
  const rows = await db.query<OrganizationFacts[]>(
    'SELECT id, kind, country, in_yunnan AS "inYunnan", operates_in AS "operatesIn" FROM organization WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The known organizations that take one part, in the order of the form. */
function organizationsAs(role: Party['role'], content: ApplicationContent, known: Map<string, OrganizationFacts>): OrganizationFacts[] {
  const ids = (content.parties ?? []).filter((party) => party.role === role).map((party) => party.organizationId);
  return ids.flatMap((id) => known.get(id) ?? []);
}

function partiesOf(content: ApplicationContent, organizations: Map<string, OrganizationFacts>): Party[] {
  return (content.parties ?? []).flatMap(({ organizationId, role }) => {
    const known = organizations.get(organizationId);
    return known === undefined ? [] : [{ organizationId, role, country: known.country, inYunnan: known.inYunnan }];
  });
}

async function contactsOf(db: Sql, content: ApplicationContent): Promise<Contact[]> {
  const ids = (content.contacts ?? []).map((contact) => contact.personId);
  const rows = await db.query<{ id: string; country: Country }[]>('SELECT id, country FROM person WHERE id = ANY($1::uuid[]) AND active', [
    ids,
  ]);
  const countries = new Map(rows.map((row) => [row.id, row.country]));
  return (content.contacts ?? []).flatMap((contact) => {
    const country = countries.get(contact.personId);
    return country === undefined ? [] : [{ ...contact, country }];
  });
}

function choicesOf(
  content: ApplicationContent,
): Pick<DraftFacts, 'hostCountry' | 'fieldCode' | 'type' | 'upgradesProjectId' | 'durationMonths'> {
  const { hostCountry, fieldCode, type, upgradesProjectId, durationMonths } = content;
  return {
    ...(hostCountry === undefined ? {} : { hostCountry }),
    ...(fieldCode === undefined ? {} : { fieldCode }),
    ...(type === undefined ? {} : { type }),
    ...(upgradesProjectId === undefined ? {} : { upgradesProjectId }),
    ...(durationMonths === undefined ? {} : { durationMonths }),
  };
}
