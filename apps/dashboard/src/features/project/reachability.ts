import type { ProjectDetail } from './api/project';

type Involved = Pick<ProjectDetail, 'contacts' | 'unreachable' | 'officerId'>;

/** Who is told instead of somebody whose address refused our mail: the next contact of the same organization, else the officer; nobody where none is left. */
export function substituteOf({ contacts, unreachable, officerId }: Involved, personId: string): string | undefined {
  const home = contacts.find((one) => one.personId === personId)?.organizationId;
  const colleagues = contacts
    .filter((one) => one.organizationId === home && !one.legalRepresentative && one.personId !== personId)
    .sort((a, b) => Number(b.primary) - Number(a.primary));
  return [...colleagues.map((one) => one.personId), ...(officerId === undefined ? [] : [officerId])].find(
    (id) => id !== personId && !unreachable.includes(id),
  );
}
