import type { Policy } from '../policy/policy';
import type { ContactRight, StandingRole, PartyRole } from '../people/roles';
import type { DocumentRef, OrganizationId, PersonId, ProjectId } from './branded-ids';
import type { Clock } from './clock';
import type { Country, Instant, LocalDate } from './local-date';

/** An organization in a project. */
export interface Party {
  organizationId: OrganizationId;
  role: PartyRole;
  country: Country;
  inYunnan?: boolean;
}

/** A person in a project, with rights; `legalRepresentative` signs, `lead` heads the project, `officeHead` is told of delays. */
export interface Contact {
  personId: PersonId;
  organizationId: OrganizationId;
  country: Country;
  rights: ContactRight[];
  primary: boolean;
  legalRepresentative: boolean;
  lead: boolean;
  officeHead: boolean;
}

/** Kind of application. */
export type ProjectType = 'new' | 'upgrade' | 'centre-candidate';

/** What a rule may know of the call of a project. */
export interface CallFacts {
  callId: string;
  code: string;
  programme: string;
  year: number;
  subState: string;
  opensAt: Instant;
  closesAt: Instant;
  policyVersion: number;
  clock: Clock;
}

/** What a rule may know of the draft named by a command: structure only, no texts. */
export interface DraftFacts {
  version: number;
  hash: string;
  /** Paths of required form fields that are empty or invalid. */
  missingFields: string[];
  documents: { type: string; ref: DocumentRef }[];
  parties: Party[];
  contacts: Contact[];
  leadKind: string;
  /** Countries in which the enterprise partners operate. */
  enterpriseOperatesIn: Country[];
  hostCountry?: Country;
  fieldCode?: string;
  type?: ProjectType;
  upgradesProjectId?: ProjectId;
  /** Form paths and document types that differ from the last submitted version. */
  changedFields: string[];
  /** Construction months asked for. */
  durationMonths?: number;
}

/** Another project or application that looks alike. */
export interface SimilarProject {
  projectId: ProjectId;
  reference: string;
  likeness: 'lead+host+field' | 'country+field' | 'site' | 'standard' | 'title';
  /** Announced and not closed; otherwise a submitted application of the same call. */
  active: boolean;
}

/** What a rule may know of a person named in a command. */
export interface PersonFacts {
  personId: PersonId;
  roles: StandingRole[];
  organizationId?: OrganizationId;
  country: Country;
  zone: string;
  /** BCP 47 language of the person's mail. */
  language: string;
  inYunnan?: boolean;
  /** Mail domain of the person's address (public providers left out), for conflict matching. */
  mailDomain?: string;
  /** Organizations that employed the person in the past years a policy asks for. */
  formerEmployers: OrganizationId[];
  /** Files of the same call the person already judges. */
  filesInCall: number;
  active: boolean;
}

/** What a call may know of one of its applications. */
export interface ApplicationFacts {
  projectId: ProjectId;
  applicationRef: string;
  stage: string;
  subState: string;
  hostCountry: Country;
  fieldCode: string;
  leadInYunnan: boolean;
  centreCandidate: boolean;
  /** Totals in half points per valid score sheet, and half points per criterion per sheet. */
  sheets: { expertId: PersonId; total: number; halfPoints: Record<string, number> }[];
  invitedExperts: number;
  defenceHeld: boolean;
  held: boolean;
}

/** What became of the mails of one issued ladder step: how many wait and can still be taken back, how many have left or are leaving. */
export interface StepMails {
  step: string;
  series: number;
  waiting: number;
  left: number;
}

/** Facts from outside the entity, read in the same transaction as the decision. Each rule asks only for what it names. */
export interface Facts {
  call?: CallFacts;
  draft?: DraftFacts;
  similar?: SimilarProject[];
  people?: Record<PersonId, PersonFacts>;
  applications?: ApplicationFacts[];
  /** Mail domains of the parties' organizations, for conflict matching. */
  partyMailDomains?: string[];
  /** Next running number of an application in its call. */
  nextApplicationNo?: number;
  /** Policy version named by a command that names one. */
  policies?: Record<number, Policy>;
  /** Notice languages, form, rubric and checklist present for a call about to be published. */
  callMaterials?: {
    noticeLanguages: string[];
    form: boolean;
    rubric: boolean;
    checklist: boolean;
    calendarYears: { country: Country; year: number }[];
  };
  /** Date on which the MoU's last report period ended, and last year's indicator values, for reports. */
  lastIndicators?: Record<string, number>;
  /** Answers of a report's draft named by a command. */
  reportDraft?: { version: number; hash: string; missingSections: string[]; indicators: Record<string, number>; authorId: PersonId };
  /** Mails of the issued steps of the deadline that a command about planned mails names. */
  stepMails?: StepMails[];
  /** For a command that carries several acts: the facts of each, in their order. */
  acts?: Facts[];
  /** Organizations that a command names. */
  organizations?: Record<OrganizationId, { country: Country; inYunnan: boolean }>;
  /** Mails about the change that a command wants to take back, and have left. */
  changeMails?: { kind: string; on: LocalDate }[];
  /** Date of the entity in the formal zone, for rules that compare local dates. */
  today?: LocalDate;
}
