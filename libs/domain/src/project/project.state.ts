import type { CallId, DocumentRef, OrganizationId, PersonId, ProjectId, TextRef } from '../shared/branded-ids';
import type { Clock } from '../shared/clock';
import type { Deadline } from '../shared/deadline';
import type { Contact, Party, ProjectType } from '../shared/facts';
import type { Country, Instant, LocalDate } from '../shared/local-date';
import type { Proposal } from '../shared/proposal';
import type { DatedFact, StandardItem } from './imported/imported.commands';
import type { TerminationGround } from './ending/termination-grounds';
import type { Amended, ChangeSet } from './amendment/change-set';
import type { Outcome, Stage, SubState } from './project.stages';

/** Number of the shape below; a stored state with another number is folded anew from the ledger. */
export const projectStateSchema = 2;

/** One submitted version of the application; its content is a row of its own, named by number and hash. */
export interface Submission {
  no: number;
  hash: string;
  submittedAt: Instant;
  submittedBy: PersonId;
  signedBy: PersonId;
  signature: DocumentRef;
}

/** One item of the formal check. */
export interface CheckItem {
  verdict: 'pass' | 'fail' | 'not-applicable';
  reasonCode?: string;
  note?: TextRef;
}

/** One list of defects sent back to the applicant; only the listed paths and documents unlock. */
export interface CorrectionRound {
  no: number;
  sentAt: Instant;
  /** Form path or document type → defect. */
  items: { target: string; reasonCode: string; defect: TextRef }[];
  resubmittedAt?: Instant;
  timeOverAt?: Instant;
}

/** An expert and how far he is with this file. */
export interface Assignment {
  expertId: PersonId;
  order: number;
  country: Country;
  outsideYunnan: boolean;
  state: 'proposed' | 'invited' | 'accepted' | 'declared' | 'done' | 'released' | 'conflict' | 'replaced';
  invitedAt?: Instant;
  /** Why the automatic match found a conflict of interest. */
  conflict?: string;
}

/** A score sheet: integers of half points per criterion, comments by reference. Never deleted, only voided. */
export interface ScoreSheet {
  expertId: PersonId;
  halfPoints: Record<string, number>;
  comments: Record<string, TextRef>;
  submittedAt: Instant;
  valid: boolean;
}

/** Where the parties' agreement stands. */
export interface Mou {
  awardLetterAt: Instant;
  awardedOn: LocalDate;
  acceptedAt?: Instant;
  draft?: { no: number; hash: string; documents: { language: string; ref: DocumentRef }[]; submittedAt: Instant; effectiveOn?: LocalDate };
  /** Number of the last draft before the text was taken back; the next goes on from it. */
  draftsBefore?: number;
  /** Latest end of the parties' time for comments on the newest draft. */
  commentsEndAt?: Instant;
  commentsEndedAt?: Instant;
  signingOpenedAt?: Instant;
  /** Organizations whose signature makes the MoU complete, in signing order; known when signing opens. */
  signatories?: OrganizationId[];
  /** The time to sign is over: the Secretariat head has to extend it or to let the approval lapse. */
  periodOverAt?: Instant;
  broughtToCouncilAt?: Instant;
  /** How often the time to sign was extended. */
  extensions?: number;
  /** The end of the time to sign that was granted last. */
  extendedUntil?: LocalDate;
  signatures: { organizationId: string; signedOn: LocalDate; personId: PersonId; capacity: string; document: DocumentRef }[];
  signedOn?: LocalDate;
  effectiveOn?: LocalDate;
  expiresOn?: LocalDate;
  tookEffectAt?: Instant;
  expiredAt?: Instant;
}

/** A milestone with its four dates kept apart. */
export interface Milestone {
  code: string;
  weight: number;
  plannedOn: LocalDate;
  baselineOn?: LocalDate;
  forecastOn: LocalDate;
  actualOn?: LocalDate;
  evidence: DocumentRef[];
  /** Why the forecast left the plan; a milestone not reached is explained by it. */
  why?: TextRef;
  state: 'open' | 'submitted' | 'reached';
  mark?: 'amber' | 'red';
}

/** Construction of the workshop. */
export interface Construction {
  kickOffHeldOn?: LocalDate;
  endsOn?: LocalDate;
  durationMonths: number;
  milestones: Milestone[];
  selfEvaluation?: { document: DocumentRef; submittedAt: Instant; signedBy: PersonId };
  acceptance?: { result: 'passed'; heldOn: LocalDate; minutes: DocumentRef };
}

/** The annual report of one calendar year. */
export interface Report {
  year: number;
  state: 'open' | 'submitted' | 'accepted' | 'merged' | 'waived';
  /** Short form during a suspension. */
  shortForm: boolean;
  openedAt: Instant;
  submittedAt?: Instant;
  acceptedAt?: Instant;
  waivedAt?: Instant;
  version?: number;
  hash?: string;
  indicators?: Record<string, number>;
  overdue?: boolean;
  /** How often more time was given to hand it in. */
  extensions?: number;
  warnedAt?: Instant;
  suspendedAt?: Instant;
}

/** A hold (before the MoU is in force) or a suspension (after). */
export interface Hold {
  kind: 'hold' | 'suspension';
  reasonCode: string;
  text?: TextRef;
  from: Instant;
  heldOn: LocalDate;
  /** What the clock held by itself, rather than a person. */
  automatic: boolean;
}

/** An end that was decided and has not taken effect yet. */
export interface Termination {
  grounds: TerminationGround;
  outcome: Extract<Outcome, 'terminated' | 'cancelled'>;
  effectiveOn: LocalDate;
  decidedAt: Instant;
  by: PersonId;
  reason: TextRef;
}

/** Where a project stood when it ended, so that it can be taken up again. */
export interface EndedFrom {
  stage: Stage;
  subState: SubState;
  deadlines: Deadline[];
  centre?: 'candidate' | 'approved' | 'active' | 'released';
}

/** Work that was put aside when the project was taken back to an earlier step. */
export interface Superseded {
  at: Instant;
  from: SubState;
  to: SubState;
  by: PersonId;
  reason: TextRef;
  work: Partial<Pick<ProjectState, 'check' | 'review' | 'mou' | 'construction'>>;
  /** For its undoing: the stage it stood in, the parts as they were opened again, the deadlines that ended. */
  stage?: Stage;
  opened?: Superseded['work'];
  ended?: Deadline[];
}

/** A place in the project that somebody was asked to take over, until he has it or will not. */
export interface HandOver {
  /** Id of the command that offered it. */
  handOverId: string;
  role: 'officer' | 'contact';
  from: PersonId;
  to: PersonId;
  /** From this day on; at once after the yes without it. */
  effectiveOn?: LocalDate;
  note: TextRef;
  offeredBy: PersonId;
  offeredAt: Instant;
  /** He has said yes and waits for the day. */
  acceptedAt?: Instant;
}

/** All that is known of one project, folded from its ledger. Ids, codes, dates and hashes only. */
export interface ProjectState {
  kind: 'project';
  schema: number;
  id: ProjectId;
  callId: CallId;
  callCode: string;
  programme: string;
  year: number;
  policyVersion: number;
  clock: Clock;
  stage: Stage;
  subState: SubState;
  /** Since when in this sub-state. */
  since: Instant;
  startedAt: Instant;
  startedBy: PersonId;
  applicationRef?: string;
  projectRef?: string;
  outcome?: Outcome;
  reasonCode?: string;
  closedAt?: Instant;
  parties: Party[];
  contacts: Contact[];
  hostCountry?: Country;
  fieldCode?: string;
  type?: ProjectType;
  durationMonths?: number;
  demonstrationCentre?: 'candidate' | 'approved' | 'active' | 'released';
  officerId?: PersonId;
  submissions: Submission[];
  frozenAt?: Instant;
  check: { items: Record<string, CheckItem>; rounds: CorrectionRound[]; acceptedAt?: Instant; deemed?: boolean };
  review: {
    assignments: Assignment[];
    sheets: ScoreSheet[];
    defence?: { at: Instant; minutes: number; heldOn?: LocalDate; present?: PersonId[]; record?: DocumentRef; waivedAt?: Instant };
  };
  approval: {
    rank?: number;
    /** Exact score: sum of half points over twice the count of sheets. */
    score?: { sumHalfPoints: number; count: number };
    list?: 'A' | 'B' | 'C' | 'D';
    decidedAt?: Instant;
    noticeEndsAt?: Instant;
    announcedAt?: Instant;
  };
  mou?: Mou;
  construction?: Construction;
  reports: Report[];
  exitProposedAt?: Instant;
  termination?: Termination;
  endedFrom?: EndedFrom;
  superseded?: Superseded[];
  /** Amendments and corrections that were asked for, the newest last. */
  changes?: ChangeSet[];
  /** What amendments have put in place of the application's own. */
  amended?: Amended;
  handOvers?: HandOver[];
  hold?: Hold;
  proposals: Proposal[];
  deadlines: Deadline[];
  /** Highest series number per `ladder/object`, so that a re-opened deadline never repeats an old key. */
  series: Record<string, number>;
  /** Addresses that refused our mail: person ids; the next contact is asked meanwhile. */
  unreachable: PersonId[];
  /** A record from before our own: what its sources tell. Later steps are not documented. */
  imported?: { importedAt: Instant; standards: StandardItem[]; facts: DatedFact[] };
}
