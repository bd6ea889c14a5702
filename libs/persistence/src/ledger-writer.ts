/** The door through which facts are written. Only `commit` and the engine's repair use it. */
export { writeCallSummary } from './call/call-summary';
export * from './ledger/claims';
export * from './ledger/command-answers';
export * from './ledger/entity-heads';
export * from './ledger/ledger-entries';
export * from './ledger/outbox-rows';
export { writePlan } from './ledger/planned-occurrences';
export { writeProjectSummary, type SummarySource } from './project/project-summary';
export * from './ledger/rebuild-tables';
export * from './engine/replan-progress';
export { storeApplicationNo as writeApplicationNoAtLeast } from './facts/application-numbers';
export { refreshAllSearch } from './search/search-refresh';
export { writeRegisterEntry } from './register/register-entry';
export { copyProgramme, type ProgrammeCopy } from './seed/copy-programme';
