import { projectStateSchema } from '@app/domain';
import type { Contact, Country, Deadline, Directory, NotificationIntent, PersonFacts, ProjectState, StandingRole } from '@app/domain';
import { standingRoles } from '../../libs/domain/src/people/roles';
import { zoneOf } from '../../libs/domain/src/calendar/zone';

/** A person with the zone of his country who reads English. */
export function aPerson(personId: string, country: Country = 'LA', more: Partial<PersonFacts> = {}): PersonFacts {
  return {
    personId,
    roles: [],
    country,
    zone: zoneOf(country),
    language: country === 'CN' ? 'zh-CN' : 'en',
    formerEmployers: [],
    filesInCall: 0,
    active: true,
    ...more,
  };
}

/** A contact of an organization; without rights unless given. */
export function aContact(personId: string, organizationId: string, more: Partial<Contact> = {}): Contact {
  return {
    personId,
    organizationId,
    country: organizationId === 'lead' ? 'CN' : 'LA',
    rights: ['view'],
    primary: false,
    legalRepresentative: false,
    lead: false,
    officeHead: false,
    ...more,
  };
}

/** A project of a Chinese lead with a host in Laos, with every project role filled once, in construction unless told otherwise. */
export function aNotifyingProject(more: Partial<ProjectState> = {}): ProjectState {
  return {
    kind: 'project',
    schema: projectStateSchema,
    id: 'p1',
    callId: 'c1',
    callCode: 'LMGF-2025',
    programme: 'lmgf',
    year: 2025,
    policyVersion: 1,
    clock: { kind: 'real' },
    stage: 'construction',
    subState: 'building',
    since: '2026-01-05T00:00:00.000Z',
    startedAt: '2025-06-01T00:00:00.000Z',
    startedBy: 'starter',
    applicationRef: 'LMGF-2025-A-0042',
    projectRef: 'LMGF-2025-LA-003',
    parties: [
      { organizationId: 'lead', role: 'LEAD', country: 'CN' },
      { organizationId: 'host', role: 'HOST', country: 'LA' },
    ],
    contacts: [
      aContact('lead-lr', 'lead', { legalRepresentative: true, rights: ['sign'] }),
      aContact('lead-pl', 'lead', { lead: true, rights: ['edit'] }),
      aContact('lead-ac', 'lead', { rights: ['edit'], primary: true }),
      aContact('lead-head', 'lead', { officeHead: true }),
      aContact('host-ps', 'host', { legalRepresentative: true, rights: ['sign'] }),
      aContact('host-pc', 'host', { primary: true }),
      aContact('host-2', 'host'),
    ],
    hostCountry: 'LA',
    fieldCode: 'rail',
    officerId: 'co',
    submissions: [],
    check: { items: {}, rounds: [] },
    review: { assignments: [], sheets: [] },
    approval: {},
    reports: [],
    proposals: [],
    deadlines: [],
    series: {},
    unreachable: [],
    ...more,
  };
}

/** A directory with one holder of each standing role (`co`, `sh`, …) and everybody the builders name. */
export function aDirectory(...more: PersonFacts[]): Directory {
  const holders = Object.fromEntries(
    standingRoles.map((role) => [role, [aPerson(role.toLowerCase(), role === 'MR' ? 'LA' : 'CN')]]),
  ) as Record<StandingRole, PersonFacts[]>;
  const named = ['lead-lr', 'lead-pl', 'lead-ac', 'lead-head'].map((id) => aPerson(id, 'CN'));
  const abroad = ['host-ps', 'host-pc', 'host-2', 'starter', 'expert-1'].map((id) => aPerson(id, 'LA'));
  const people = Object.fromEntries([...Object.values(holders).flat(), ...named, ...abroad, ...more].map((p) => [p.personId, p]));
  return { holders, people };
}

/** An open deadline of the annual report of 2026, owed by the lead's contact. */
export function aDeadline(more: Partial<Deadline> = {}): Deadline {
  return {
    ladder: 'report',
    object: '2026',
    series: 1,
    setAt: '2027-01-01T00:00:00.000Z',
    dueOn: '2027-03-31',
    endsAt: '2027-03-31T16:00:00.000Z',
    zone: 'Asia/Shanghai',
    because: { startOn: '2027-03-31', period: 'fixed', set: ['CN'], dueOn: '2027-03-31', skipped: [], worked: [], provisionalYears: [] },
    policyKey: 'report.due',
    owner: { role: 'AC', organizationId: 'lead' },
    country: 'CN',
    consequences: [],
    done: [],
    ...more,
  };
}

/** An intent that tells the applicants something now. */
export function anIntent(more: Partial<NotificationIntent> = {}): NotificationIntent {
  return {
    kind: 'application-accepted',
    class: 'notice',
    to: ['AC'],
    copy: [],
    rule: 'application-accepted',
    object: '-',
    step: '2026-01-05T00:00:00.000Z',
    series: 1,
    direction: 'now',
    values: { ref: 'LMGF-2025-LA-003' },
    ...more,
  };
}
