import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { addOrganization, addPerson, createAccount, hashPassword, keepApart, type Sql } from '@app/persistence';
import { addressOf, cast, zoneOfPlayer, type Player } from '../../story/cast';
import { keptApart, organizations } from '../../story/organizations';
import { idOf } from '../../story/story-ids';

/** Somebody who can sign in to the demo, as kept beside the data for whoever tries it. */
export interface DemoPerson {
  role: string;
  name: string;
  email: string;
  password: string;
}

/** Adds the organizations of the demo data, and keeps those apart that are alike in name only. */
export async function addDemoOrganizations(db: Sql): Promise<void> {
  for (const { key, mailDomain, ...one } of organizations)
    await addOrganization(db, { ...one, id: idOf(key), ...(mailDomain === undefined ? {} : { mailDomains: [mailDomain] }) });
  for (const [one, other] of keptApart) await keepApart(db, idOf(one), idOf(other));
}

/** Adds the people of the demo data with accounts; answers who can sign in with which password. */
export async function addDemoPeople(db: Sql): Promise<DemoPerson[]> {
  const people: DemoPerson[] = [];
  for (const one of cast) {
    const email = addressOf(one);
    await addPerson(db, {
      id: idOf(one.key),
      fullName: one.fullName,
      latinName: one.latinName,
      addressAs: one.addressAs,
      positionZh: one.positionZh,
      positionEn: one.positionEn,
      ...(one.organization === '-' ? {} : { organizationId: idOf(one.organization) }),
      emails: [email],
      mailLanguage: one.language,
      country: one.country,
      zone: zoneOfPlayer(one),
      inYunnan: one.inYunnan ?? false,
      roles: one.roles,
      ...(one.fields === undefined ? {} : { expert: { fields: one.fields, languages: ['zh', 'en'], capacityPerCall: 12 } }),
    });
    const password = randomBytes(12).toString('base64url');
    await createAccount(db, { personId: idOf(one.key), signIn: email, passwordHash: await hashPassword(password) });
    people.push({ role: roleOf(one), name: `${one.fullName} ${one.latinName}`, email, password });
  }
  return people;
}

function roleOf({ positionEn, roles }: Player): string {
  return roles.length === 0 ? positionEn : `${positionEn} (${roles.join(', ')})`;
}

/** Keeps the demo people's passwords beside the data, readable by its owner only. */
export async function keepDemoPeople(file: string, people: DemoPerson[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The demo people kept beside the data; nobody when there is no such file. */
export async function readDemoPeople(file: string): Promise<DemoPerson[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DemoPerson[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
