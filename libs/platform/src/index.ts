export type { Config } from './config/config';
export { ConfigError, loadConfig } from './config/load-config';
export { createLogger, NestLogger } from './logging/logger';
export { connectClient, connectWithBackOff, temporalConnectionOptions, type TemporalConnectionOptions } from './temporal/connect';
export { fillIn, languageOf, problemSentence, type SentenceValues, type SpokenLanguage } from './catalogues/problem-sentences';
export { DiskFileStore, FileTooLarge, type FileStore, type StoredFile } from './files/disk-file-store';
export { groundSentence } from './catalogues/grounds';
export { policySource } from './catalogues/policy-sources';
export { periodWords, policyKeyName } from './catalogues/policy/policy-words';
export { readCalendarFile, UnreadableCalendar, type CalendarFormat } from './files/calendar-file';
export { writeCalendarFile } from './files/calendar-file-writer';
export { mailWords, type LadderWords, type MailWords } from './catalogues/mail/mail-words';
export { bulkWords, type BulkColumn } from './catalogues/bulk/bulk-words';
export { exportWords, type ExportColumn, type ExportWords } from './catalogues/export/export-words';
export { chaosPoint } from './chaos-point';
export { toolAgent } from './tool-agent';
export { eventSentence } from './catalogues/event-sentences';
export {
  interventionWords,
  proposalPhrase,
  type InterventionColumn,
  type InterventionWords,
} from './catalogues/intervention/intervention-words';
export { signedRootMail, stoppedProofMail, type PlainMail } from './catalogues/watch/watch-words';
