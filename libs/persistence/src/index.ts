export * from './sql';
export * from './data-source';
export * from './commands';
export * from './command-outcomes';
export * from './conditional-update';
export * from './derived-id';
export * from './free-texts';
export * from './outbox-commands';
export * from './ledger/canonical-json';
export * from './ledger/entry-body';
export * from './ledger/hash-chain';
export { planHash, planHashAt } from './ledger/plan-hash';
export { findHead, findView, isHalted, type EntityHead } from './ledger/entity-heads';
export { bodiesOf, bodiesOfMany, entriesOf, type LedgerEntry } from './ledger/ledger-entries';
export { plannedOf } from './ledger/planned-occurrences';
export * from './policy/policy-reader';
export * from './policy/policy-drafts';
export * from './policy/policy-publication';
export * from './notification/mail-templates';
export * from './notification/template-release';
export * from './notification/template-trials';
export * from './calendar/calendar-reader';
export * from './calendar/calendar-drafts';
export * from './calendar/calendar-publication';
export * from './engine/rooms';
export * from './engine/room-story';
export * from './engine/left-behind';
export * from './people/account-person';
export * from './people/accounts';
export * from './people/action-links';
export * from './people/api-tokens';
export * from './people/calendar-feeds';
export { isMailAddress } from './people/mail-address';
export * from './people/organizations';
export * from './people/password';
export * from './people/people-editor';
export * from './people/people-reader';
export * from './people/preferences';
export * from './people/register-corrections';
export * from './people/register-reach';
export {
  isAddressOfAnother,
  registerRecord,
  searchRegister,
  type RegisterKey,
  type RegisterHit,
  type RegisterRecord,
} from './people/register-records';
export * from './people/sessions';
export * from './people/sign-in-throttle';
export * from './document/detached-texts';
export { directoryFor, directoryOfMany } from './facts/directory';
export { allStepMails } from './facts/step-mails';
export { loadFacts, type FactsQuestion, type LoadedFacts } from './facts/load-facts';
export { applicationFactsOf } from './facts/application-facts';
export { callFacts, callFactsOf } from './facts/call-facts';
export { createRuleData, type RuleData } from './facts/rule-data';
export { findProjectId, holderReference } from './project/project-references';
export { haltedEntities, leftBehindCounts, type LeftBehindCounts } from './engine/left-behind-counts';
export { callMaterialsOf, storeCallMaterial, type CallMaterial } from './facts/call-materials';
export * from './document/documents';
export * from './draft/application-form';
export * from './draft/report-form';
export * from './draft/draft-editor';
export * from './draft/draft-facts';
export { seedCalendars } from './seed/calendars';
export { entityForKey } from './people/creation-keys';
export * from './engine/engine-checks';
export * from './engine/technical-acts';
export * from './engine/archived-runs';
export * from './engine/replay-checks';
export * from './engine/engine-findings';
export * from './notification/deliveries';
export * from './overview/overview-reader';
export * from './board/board-reader';
export * from './board/board-limits';
export * from './task/done-tasks-reader';
export * from './task/open-tasks-reader';
export * from './notification/delivery-results';
export {
  cancelMails,
  claimDueMails,
  nextMailDueAt,
  postponeMail,
  releaseMails,
  settleStaleLeases,
  type ClaimedMail,
  type SettledLeases,
} from './notification/desk-rows';
export * from './notification/mail-links';
export * from './notification/mail-names-reader';
export * from './notification/mails-reader';
export * from './notification/mail-gates';
export { waitingMailCounts, waitReasons, type WaitingMailCount, type WaitReason } from './notification/waiting-mails';
export { countOpenMails, listMails, mailSorts, type MailLogLine, type MailQuery } from './notification/mail-log-reader';
export * from './notification/mail-detail-reader';
export {
  cancelHeld,
  heldLetters,
  heldLetterText,
  holdAgain,
  keepWritten,
  lettersToWrite,
  noteReading,
  type LetterToWrite,
  type WrittenLetter,
} from './notification/held-letters';
export { releaseLetters, type Release } from './notification/release-letters';
export {
  actOnMail,
  correctAddress,
  decideUncertain,
  hasWorkingAddress,
  mailActs,
  sendAgain,
  type KeptMailAct,
  type MailActKind,
  type MailActor,
  type MailActOutcome,
  type MailChange,
} from './notification/mail-acts';
export * from './notification/waiting-mail-acts';
export * from './project/campaign-reader';
export * from './project/project-reader';
export * from './project/comments';
export * from './calendar/calendar-days';
export { readEveryLine } from './project/every-line';
export type { ProjectFilters } from './project/project-filters';
export { isInstantSort, isNameSort, projectSorts, type ProjectSort } from './project/project-sorts';
export { refreshSearch, searchIsStale } from './search/search-refresh';
export * from './view/saved-views';
export * from './call/call-reader';
export {
  callIntake,
  checkProgress,
  draftsNearlyComplete,
  expertProgress,
  filesInScoring,
  type CallIntake,
  type CheckProgress,
  type ExpertProgress,
  type FileInScoring,
} from './call/call-figures';
export * from './call/call-ranking';
export * from './call/public-calls';
export * from './register/register-reader';
export { entityNow } from './document/entity-now';
export { timelineOf, type TimelineEntry } from './ledger/timeline-reader';
export * from './document/changes-reader';
export * from './document/sent-mail';
export * from './audit/interventions-reader';
export * from './audit/ledger-checks';
export * from './foresee/dry-runs';
export * from './foresee/dry-run-lines';
export * from './audit/ledger-roots';
export * from './bulk/bulk-ids';
export * from './bulk/bulk-runs';
export * from './bulk/bulk-moves';
export * from './bulk/bulk-rows';
export * from './bulk/bulk-work';
export * from './bulk/bulk-selection';
export * from './watch/mail-record';
export * from './watch/watch-alarms';
export * from './watch/watch-findings';
export * from './watch/watch-memory';
export * from './watch/watch-proofs';
export * from './watch/watch-questions';
export * from './rehearsal/rehearsals';
export * from './rehearsal/rehearsal-sources';
export * from './rehearsal/rehearsal-play';
export * from './rehearsal/rehearsal-pages';
