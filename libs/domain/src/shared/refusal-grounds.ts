import type { policyKeys } from '../policy/policy-keys';
import type { ViolationCode } from './violation-codes';

/** On what a refusal rests: an article of the programme's rules or of law. Its words stand in the catalogue of grounds. */
export type RefusalGround =
  | 'rights'
  | 'four-eyes'
  | 'reasons'
  | 'life-cycle'
  | 'hold'
  | 'equal-treatment'
  | 'eligibility'
  | 'one-centre'
  | 'no-duplicates'
  | 'formal-check'
  | 'conflicts'
  | 'review'
  | 'quorum'
  | 'decision'
  | 'public-notice'
  | 'contract'
  | 'construction'
  | 'reporting'
  | 'time'
  | 'told'
  | 'one-mail'
  | 'undo'
  | 'policy'
  | 'one-at-a-time';

/** Name of a policy key. */
export type PolicyKeyName = keyof typeof policyKeys;

/** The ground of a refusal, and the policy keys whose values decided. */
export interface Grounds {
  ground: RefusalGround;
  policyKeys: readonly PolicyKeyName[];
}

const on = (ground: RefusalGround, ...keys: PolicyKeyName[]): Grounds => ({ ground, policyKeys: keys });

const minParties: PolicyKeyName[] = ['eligibility.minParties.LEAD', 'eligibility.minParties.HOST', 'eligibility.minParties.ENTERPRISE'];

const grounds: Record<ViolationCode, Grounds> = {
  CALL_NOT_OPEN: on('equal-treatment', 'call.opens'),
  CALL_CLOSED: on('equal-treatment', 'call.closes'),
  CALL_INCOMPLETE: on('equal-treatment'),
  FORM_INCOMPLETE: on('formal-check'),
  DOCUMENT_MISSING: on('formal-check'),
  SIGNATURE_MISSING: on('formal-check'),
  NOT_ELIGIBLE: on('eligibility', 'eligibility.leadKinds', 'eligibility.leadCountries'),
  DURATION_OUT_OF_RANGE: on('eligibility', 'construction.duration.min', 'construction.duration.max'),
  PARTNER_MINIMUM: on('eligibility', ...minParties, 'eligibility.minCountries'),
  HOST_COUNTRY_NOT_ALLOWED: on('eligibility', 'eligibility.hostCountries'),
  DUPLICATE_ACTIVE_PROJECT: on('no-duplicates', 'duplicate.blockKey'),
  DUPLICATE_IN_CALL: on('no-duplicates', 'duplicate.blockKey'),
  JUSTIFICATION_REQUIRED: on('no-duplicates', 'duplicate.warnKeys'),
  CENTRE_SLOT_TAKEN: on('one-centre', 'centre.perCountry'),
  CAP_REACHED: on('decision', 'approval.places', 'approval.capPerHostCountry'),
  FIELD_LOCKED: on('equal-treatment'),
  RETURN_LIMIT: on('formal-check', 'check.returnsAfterClosing'),
  CHECK_INCOMPLETE: on('formal-check'),
  CHECK_FAILED: on('formal-check'),
  NOTHING_TO_CORRECT: on('formal-check'),
  CORRECTION_TOO_LATE: on('equal-treatment', 'check.correction'),
  CONFLICT_OF_INTEREST: on('conflicts', 'review.conflictYears'),
  CONFLICT_NOT_DECLARED: on('conflicts'),
  NOT_INVITED: on('review'),
  EXPERT_CAPACITY: on('review', 'review.filesPerExpert'),
  SCORES_CLOSED: on('review'),
  SCORE_OUT_OF_RANGE: on('review', 'review.scoreStep', 'review.maxScore'),
  NO_QUORUM: on('quorum'),
  TOO_FEW_SCORES: on('review', 'review.minValidScores'),
  CONSENSUS_REQUIRED: on('review', 'review.divergenceRange'),
  NOTICE_TOO_SHORT: on('review', 'review.defence.notice'),
  RANKING_INCOMPLETE: on('decision'),
  RANK_DEVIATION_NEEDS_REASON: on('decision'),
  NOTICE_RUNNING: on('public-notice', 'notice.length'),
  OBJECTION_LATE: on('public-notice', 'notice.length'),
  OBJECTION_ANONYMOUS: on('public-notice'),
  APPEAL_LATE: on('public-notice', 'appeal.file'),
  APPEAL_OUT_OF_SCOPE: on('public-notice'),
  AWARD_TIME_OVER: on('contract', 'mou.accept'),
  AWARD_NOT_ACCEPTED: on('contract', 'mou.accept'),
  COMMENTS_RUNNING: on('contract', 'mou.comments'),
  SIGNING_ORDER: on('contract', 'mou.signingOrder'),
  LANGUAGE_MISSING: on('contract', 'mou.languages'),
  ALREADY_SIGNED: on('contract'),
  EVIDENCE_MISSING: on('construction'),
  CHANGE_OPEN: on('contract', 'change.oneOpen'),
  CHANGE_NOT_ALLOWED_IN_STAGE: on('contract'),
  CHANGE_BACKDATED: on('contract', 'change.askBefore'),
  CHANGE_COMBINATION: on('contract', 'change.maxTypes'),
  CHANGE_DECIDED: on('life-cycle'),
  CHANGE_DEPENDED_ON: on('undo'),
  CHANGE_NOTHING: on('contract'),
  CHANGE_VALUE: on('contract'),
  CHANGE_OVERTAKEN: on('one-at-a-time'),
  CHANGE_TOO_SOON: on('contract', 'change.askBefore'),
  CHANGE_UNKNOWN_FIELD: on('contract'),
  CORRECTION_AT_ONCE: on('contract'),
  ONLY_BY_AMENDMENT: on('contract'),
  TERMINATION_DECIDED: on('life-cycle'),
  EXTENSION_LIMIT: on('time'),
  ON_HOLD: on('hold'),
  NOT_ON_HOLD: on('hold'),
  REPORT_LOCKED: on('reporting'),
  REPORT_INCOMPLETE: on('reporting'),
  INDICATOR_BELOW_LAST_YEAR: on('reporting'),
  MOU_NOT_IN_FORCE: on('contract'),
  SECOND_PERSON_REQUIRED: on('four-eyes'),
  SAME_PERSON: on('four-eyes'),
  PROPOSAL_LAPSED: on('four-eyes'),
  REASON_REQUIRED: on('reasons'),
  WRONG_STAGE: on('life-cycle'),
  UNKNOWN_OBJECT: on('life-cycle'),
  ALREADY_DONE: on('life-cycle'),
  DATE_IN_FUTURE: on('time'),
  DATE_IN_PAST: on('time'),
  NOT_A_DATE: on('time'),
  LOOKS_BUDDHIST_YEAR: on('time'),
  CONSEQUENCE_STAYS: on('told'),
  LEGAL_DATE: on('contract'),
  LEGAL_ACT: on('contract'),
  FIXED_DATE: on('equal-treatment'),
  OWN_DUTY: on('rights'),
  MAIL_LEFT: on('told'),
  REMINDED_TODAY: on('told'),
  SERIES_PAUSED: on('life-cycle'),
  NOT_PAUSED: on('life-cycle'),
  DEADLINE_OVER: on('time'),
  DATE_TOLD: on('told'),
  NOT_YET_LATE: on('time'),
  UNDO_TIME_OVER: on('undo'),
  UNDO_BLOCKED: on('undo'),
  POLICY_FROZEN: on('equal-treatment'),
  POLICY_INVALID: on('policy'),
  STALE_REVISION: on('one-at-a-time'),
  BUSY: on('one-at-a-time'),
  NOT_ALLOWED: on('rights'),
};

/** Commands whose refusals rest on other keys than the same code elsewhere. */
const ofCommands: Record<string, Partial<Record<ViolationCode, readonly PolicyKeyName[]>>> = {
  RecordDefence: { NO_QUORUM: ['review.quorum.share', 'review.quorum.min', 'review.quorum.chair'] },
  RecordAcceptance: { NO_QUORUM: ['construction.acceptancePanel', 'construction.acceptanceQuorum'] },
  DecideProposal: { NO_QUORUM: ['approval.councilQuorum'] },
  Snooze: { EXTENSION_LIMIT: ['change.snoozeMax'] },
};

/** On what a refusal of a command rests: the article, and the policy keys whose values decided. */
export function groundsOf(code: ViolationCode, command: string): Grounds {
  const common = grounds[code];
  const own = Object.hasOwn(ofCommands, command) ? ofCommands[command]?.[code] : undefined;
  return own === undefined ? common : { ...common, policyKeys: own };
}

/** Grounds of refusals of acts on single mails; those of commands stand above. */
const mailGrounds: Record<MailRefusal, Grounds> = {
  NOT_ALLOWED: on('rights'),
  MAIL_WAITS: on('one-mail', 'mail.window.from', 'mail.window.to', 'mail.coolOff'),
  MAIL_LEFT: on('told'),
  MAIL_NOT_NEEDED: on('one-mail'),
  MAIL_UNCERTAIN: on('one-mail'),
  MAIL_NOT_UNCERTAIN: on('one-at-a-time'),
  LETTER_HELD: on('one-mail'),
  NO_WORKING_ADDRESS: on('one-mail'),
  ADDRESS_TAKEN: on('one-mail'),
};

/** Why an act on a single mail is refused. */
type MailRefusal =
  | 'NOT_ALLOWED'
  | 'MAIL_WAITS'
  | 'MAIL_LEFT'
  | 'MAIL_NOT_NEEDED'
  | 'MAIL_UNCERTAIN'
  | 'MAIL_NOT_UNCERTAIN'
  | 'LETTER_HELD'
  | 'NO_WORKING_ADDRESS'
  | 'ADDRESS_TAKEN';

/** Codes with which acts on single mails are refused. */
export const mailRefusals = Object.keys(mailGrounds) as MailRefusal[];

/** On what the refusal of an act on a single mail rests; nothing for a code that is no such refusal, as of a wrong input. */
export function mailGroundsOf(code: string): Grounds | undefined {
  return Object.hasOwn(mailGrounds, code) ? mailGrounds[code as MailRefusal] : undefined;
}
