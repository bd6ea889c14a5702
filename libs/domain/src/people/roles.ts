import type { Country } from '../shared/local-date';

/** Standing roles a person holds for the whole programme. */
export const standingRoles = ['CO', 'SH', 'AR', 'AD', 'EX', 'CH', 'OB', 'CM', 'CC', 'MR', 'AU'] as const;

/** CO case officer, SH Secretariat head, AR archivist, AD administrator, EX expert, CH panel chair, OB observer, CM and CC council member and chair, MR ministry reader, AU auditor. */
export type StandingRole = (typeof standingRoles)[number];

/** Roles that hold for one project: AC applicant contact with edit right, PL project lead, LR legal representative, PC partner contact, PS partner signatory. */
export type ProjectRole = 'AC' | 'PL' | 'LR' | 'PC' | 'PS';

/** Who a mail or a task is for. `owner` is whoever owes the deadline; `officeHead` the head of the international office of the late party. */
export type RecipientRole = 'owner' | 'officeHead' | ProjectRole | StandingRole;

/** Part an organization plays in a project. */
export type PartyRole = 'LEAD' | 'HOST' | 'PARTICIPANT' | 'ENTERPRISE' | 'MINISTRY' | 'SUPPORTER';

/** What a contact may do in a project. */
export type ContactRight = 'view' | 'edit' | 'sign';

/** Who signs a command: a person with standing roles, or the clock. What he is to one project is read from the project's state. */
export type Actor = { kind: 'person'; personId: string; roles: StandingRole[]; country?: Country } | { kind: 'system' };

/** The clock's actor. */
export const system: Actor = { kind: 'system' };
