import type { Period } from '../calendar/arithmetic';
import type { PartyRole, RecipientRole } from '../people/roles';
import type { Country } from '../shared/local-date';

/** A part of a whole: `50%` or `2/3`. */
export type Share = string;

/** A day of every year, `MM-DD`. */
export type MonthDay = string;

/** How ties of equal scores are broken, by name. */
export type TieBreak = 'coverage' | 'standards' | 'enterprise' | 'untrimmedMean' | 'chairVote';

/** Likenesses of two projects that ask for a written justification. */
export type DuplicateWarning = 'country+field' | 'site' | 'standard' | 'title';

/** Whose calendars count a period: China's alone, also the late party's, or also the recipient's. */
export type CalendarRule = 'CN' | 'CN+PARTY' | 'CN+RECIPIENT';

/** Rows of the reminder ladder: the kinds of deadline that somebody is reminded of. */
export const ladderKeys = [
  'draft',
  'check',
  'correction',
  'invitation',
  'scoring',
  'defence',
  'objectionAck',
  'objection',
  'appeal',
  'reserve',
  'award',
  'condition',
  'mouDraft',
  'mouComment',
  'clearance',
  'signature',
  'kickOff',
  'milestone',
  'progress',
  'recovery',
  'rectify',
  'report',
  'reportReview',
  'reportReturn',
  'amendment',
  'amendmentSign',
  'handOver',
  'holdReview',
  'warning',
  'expiry',
  'exit',
  'calendar',
] as const;

/** A row of the reminder ladder. */
export type LadderKey = (typeof ladderKeys)[number];

/** Levels of the ladder: L0 who owes it, L1 his superior, L2 the heads of both sides, L3 the council; `copy` only informs. */
export const ladderLevels = ['L0', 'L1', 'L2', 'L3', 'copy'] as const;

/** A level of the ladder. */
export type LadderLevel = (typeof ladderLevels)[number];

/**
 * One mail of a ladder. `step`: `t-7` calendar days before the due date; `+3` working days (China and the recipient's country) after it;
 * `wd-5` the fifth working day after the task began; `day+60` calendar days after the due date.
 */
export interface LadderStep {
  step: string;
  level: LadderLevel;
  to: RecipientRole[];
}

/** Mails about one kind of deadline, in time order, and the calendar rule its period is counted by. What happens at the end is not part of it. */
export interface LadderRow {
  steps: LadderStep[];
  calendar: 'competition' | 'contract' | 'secretariat';
}

interface FixedExtension {
  times: number;
  /** Length of one extension. */
  length: Period;
}

interface CallPolicy {
  /** Earliest opening; a later publication opens later. */
  opens: MonthDay;
  /** Local date and hour of closing in `zone`, `MM-DDTHH:mm`. */
  closes: string;
  zone: string;
  rollClosing: 'none' | 'next';
  sealedUntilClosing: boolean;
  checkAndReviewMonth: number;
  announceMonth: number;
}

interface EligibilityPolicy {
  hostCountries: Country[];
  leadCountries: Country[];
  leadKinds: string[];
  enterpriseMustOperateInMekong: boolean;
  minParties: Record<PartyRole, number>;
  minCountries: number;
}

interface CheckPolicy {
  officer: Period;
  returnsAfterClosing: number;
  secondCheck: Period;
  deemedAccepted: boolean;
  deemedAcceptedAfter: Period;
  correction: Period;
  correctionExtensions: number;
}

interface ReviewPolicy {
  panelSize: number;
  centrePanelSize: number;
  minValidScores: number;
  /** Smallest step of a score, in points. */
  scoreStep: 0.5;
  invitationReminder: Period;
  invitationRelease: Period;
  scoring: Period;
  filesPerExpert: number;
  maxScore: number;
  trimFromValidSheets: number;
  /** Points per criterion; they sum up to `maxScore`. */
  weights: Record<string, number>;
  criterionMinimum: Share;
  /** Points from which a project may be approved. */
  fundableFrom: number;
  /** Points from which it may become the demonstration centre. */
  centreFrom: number;
  /** Range of raw totals, in points, from which a consensus is asked for. */
  divergenceRange: number;
  tieOrder: TieBreak[];
  blind: 'open' | 'single' | 'double';
  defence: { enabled: boolean; from: number; notice: Period; minutesPerFile: number };
  conflictYears: number;
  quorum: { share: Share; min: number; chair: boolean; outsideYunnan: number; hostCountry: number };
}

interface ApprovalPolicy {
  decidingBody: 'council' | 'secretariat-head';
  /** More than this share must be present. */
  councilQuorum: Share;
  places: number;
  /** Approved projects per host country; 0 means no cap. */
  capPerHostCountry: number;
  reserveSize: number;
  /** Day of the year after the call. */
  reserveValidUntil: MonthDay;
  reserveAnswer: Period;
}

interface MouPolicy {
  accept: Period;
  lapseOnSilence: boolean;
  lapseGrace: Period;
  comments: Period;
  clearance: Period;
  signingOrder: 'parallel' | 'in-order';
  firstDraft: Period;
  signBy: Period;
  extension: { times: number; max: Period };
  effective: 'last-signature' | 'stated-date';
  originals: 'parties' | 'parties+1';
  undecidedToCouncil: Period;
  secretariatIsParty: boolean;
  ministryParty: 'optional' | 'required';
  renewal: 'manual' | 'automatic';
  languages: string[];
  prevailing: 'zh' | 'en' | 'equal';
  term: Period;
  endNotice: Period;
}

interface ConstructionPolicy {
  kickOff: Period;
  recoveryPlan: Period;
  acceptWithin: Period;
  duration: { default: Period; min: Period; max: Period };
  progress: { every: 'quarter'; due: Period };
  midTermAt: Share;
  visitNote: Period;
  amberFrom: Period;
  redAfter: Period;
  /** So many late milestones at once turn a project red. */
  redWhenLate: number;
  extension: { times: number; max: Period; askBeforeEnd: Period; causeWithin: Period };
  acceptancePanel: number;
  acceptanceQuorum: number;
  rectify: { min: Period; max: Period; rechecks: number };
}

interface ReportPolicy {
  period: 'calendar-year';
  due: MonthDay;
  duringConstruction: boolean;
  roll: 'next' | 'none';
  firstAfter: Period;
  revision: Period;
  extension: { times: number; max: Period };
  officeAnswer: Period;
  warningAfter: Period;
  suspensionAfter: Period;
  /** Missed years after which the exit is proposed. */
  exitAfterMissed: number;
}

interface AfterwardsPolicy {
  hold: { holdReview: Period; suspensionReview: Period; suspensionMax: Period; remedy: Period };
  end: {
    warningAnswer: Period;
    exitTasks: Period;
    expiryGrace: Period;
    partnerReport: { ownRequest: Period; byAuthority: Period };
    finalReport: Period;
    renewalTalksFrom: Period;
  };
  change: {
    decide: Period;
    sign: Period;
    maxTypes: number;
    snoozeMax: Period;
    /** Silence never approves a change. */
    silence: 'stay-open' | 'refuse';
    askBefore: Period;
    oneOpen: boolean;
    budget: { explainOver: Share; amendOver: Share };
  };
}

interface RunningPolicy {
  admin: { handOverAnswer: Period; secondPersonAnswer: Period; undoWithin: Period };
  time: {
    formalZone: string;
    neverShortenTold: boolean;
    calendars: { competition: CalendarRule; contract: CalendarRule; secretariat: CalendarRule; escalation: CalendarRule };
    partialDaysWork: boolean;
    yearMissingAlarm: MonthDay;
  };
  mail: {
    window: { from: string; to: string; zone: 'recipient' };
    /** Minutes, `30min`, before a mail that is not urgent leaves. */
    coolOff: string;
    digest: 'daily' | 'off';
    subjectTag: string;
  };
  money: { alliancePays: boolean; bookCurrency: string };
}

/**
 * All that a programme may settle for a call without new code. Versioned: a published version never changes, a call pins one and its projects
 * inherit it. Meaning, bounds, source of each value and who may change it: `policyKeys`.
 */
export interface Policy extends AfterwardsPolicy, RunningPolicy {
  call: CallPolicy;
  application: { draftRetention: Period; returnsBeforeClosing: number; lastVersionCounts: boolean; withdrawUntil: 'decision' | 'closing' };
  eligibility: EligibilityPolicy;
  check: CheckPolicy;
  review: ReviewPolicy;
  approval: ApprovalPolicy;
  notice: { enabled: boolean; showReserve: boolean; length: Period };
  objection: { acknowledge: Period; verify: Period; verifyExtension: FixedExtension; identityReaders: number };
  appeal: { file: Period; decide: Period; levels: number; members: number; upheldPlace: 'reserve-head' | 'extra-place' };
  letters: { deemedReceipt: Period; heldUntilReleased: boolean; heldKinds: string[] };
  centre: { perCountry: number; fallbackToOrdinary: boolean };
  duplicate: { blockKey: string[]; warnKeys: DuplicateWarning[]; titleSimilarity: number };
  mou: MouPolicy;
  construction: ConstructionPolicy;
  report: ReportPolicy;
  ladder: Record<LadderKey, LadderRow>;
}
