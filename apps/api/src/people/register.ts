import { Inject, Injectable } from '@nestjs/common';
import {
  addPerson,
  changePerson,
  findOrganizations,
  findPeople,
  isAddressTaken,
  organizationsByIds,
  peopleByIds,
  type OrganizationRow,
  type PersonRow,
} from '@app/persistence';
import type { z } from 'zod';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import { newEntityId } from '../commands/new-entity-id';
import { Problem } from '../errors/problem';
import type { LazyDatabase } from '../lazy-database';
import { ProjectPages } from '../project/project-pages';
import { DATABASE } from '../tokens';
import type { newPersonBody, organizationsQuery, peopleQuery, personChangeBody, personChoice } from './people.schemas';

const usualLimit = 20;
const desks = ['CO', 'SH', 'AD'] as const;

/** Look-ups for forms, and the register of people. The Secretariat may look for anybody, others for people of named organizations. */
@Injectable()
export class Register {
  constructor(
    @Inject(DATABASE) private readonly database: LazyDatabase,
    private readonly pages: ProjectPages,
  ) {}

  /** People to choose from. Who is not of the Secretariat must name an organization or a project; standing roles are for the Secretariat. */
  async people(person: SignedIn, query: z.output<typeof peopleQuery>): Promise<z.output<typeof personChoice>[]> {
    const seesAll = holdsOneOf(person, [...desks, 'CH', 'CC', 'AU']);
    const organizationIds = await this.organizationsOf(person, query);
    if (!seesAll && (organizationIds === undefined || query.role !== undefined)) throw new Problem('NOT_ALLOWED');
    const { role, q } = query;
    const rows = await findPeople(this.database, {
      limit: query.limit ?? usualLimit,
      ...(role === undefined ? {} : { role }),
      ...(q === undefined ? {} : { q }),
      ...(organizationIds === undefined ? {} : { organizationIds }),
    });
    return rows.map((row) => choiceOf(row, seesAll));
  }

  /** Organizations to choose from, by any of their names. */
  organizations({ q, country, kind, limit }: z.output<typeof organizationsQuery>): Promise<OrganizationRow[]> {
    return findOrganizations(this.database, {
      limit: limit ?? usualLimit,
      ...(q === undefined ? {} : { q }),
      ...(country === undefined ? {} : { country }),
      ...(kind === undefined ? {} : { kind }),
    });
  }

  /** Enters a person. The Secretariat may, and members of an organization for their own. Throws NOT_ALLOWED, UNKNOWN_ORGANIZATION, ADDRESS_TAKEN. */
  async add(person: SignedIn, body: z.output<typeof newPersonBody>): Promise<{ personId: string; rev: number }> {
    const own = body.organizationId !== undefined && body.organizationId === person.organizationId;
    if (!own && !holdsOneOf(person, desks)) throw new Problem('NOT_ALLOWED');
    if (body.organizationId !== undefined && (await organizationsByIds(this.database, [body.organizationId])).length === 0) {
      throw new Problem('UNKNOWN_ORGANIZATION');
    }
    const personId = newEntityId(Date.now());
    await this.refuseTaken(body.emails, personId);
    await this.database.transaction((tx) => addPerson(tx, { id: personId, ...body }));
    return { personId, rev: 1 };
  }

  /** Corrects one's own record; others are corrected with a reason, by `CorrectionDesk`. Throws NOT_FOUND, STALE_REVISION, ADDRESS_TAKEN. */
  async change(
    person: SignedIn,
    { id, rev, change }: { id: string; rev: number; change: z.output<typeof personChangeBody> },
  ): Promise<{ personId: string; rev: number }> {
    const [row] = await peopleByIds(this.database, [id]);
    if (row === undefined || id !== person.personId) throw new Problem('NOT_FOUND');
    await this.refuseTaken(change.emails, id);
    const changed = await this.database.transaction((tx) => changePerson(tx, id, rev, change));
    if (!changed) throw new Problem('STALE_REVISION', { values: { expectedRev: rev, currentRev: row.rev } });
    return { personId: id, rev: rev + 1 };
  }

  private async refuseTaken(emails: string[], personId: string): Promise<void> {
    const different = new Set(emails.map((one) => one.toLowerCase()));
    if (different.size !== emails.length) throw new Problem('BAD_INPUT', { fields: [{ path: 'emails', code: 'DUPLICATE' }] });
    for (const address of emails) if (await isAddressTaken(this.database, address, personId)) throw new Problem('ADDRESS_TAKEN');
  }

  private async organizationsOf(person: SignedIn, query: z.output<typeof peopleQuery>): Promise<string[] | undefined> {
    if (query.organization !== undefined) return [query.organization];
    if (query.project === undefined) return undefined;
    const { inSight } = await this.pages.read(person, query.project);
    return inSight.parties.map((party) => party.organizationId);
  }
}

function choiceOf({ zone: _zone, language: _language, roles, ...row }: PersonRow, seesRoles: boolean): z.output<typeof personChoice> {
  return { ...row, roles: seesRoles ? roles : [] };
}
