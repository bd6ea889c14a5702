import { AmendedTexts1763854400000 } from './1763854400000-amended-texts';
import { RegisterCorrections1763854800000 } from './1763854800000-register-corrections';
import { Ledger1763850000000 } from './1763850000000-ledger';
import { SummariesOutboxPolicy1763850010000 } from './1763850010000-summaries-outbox-policy';
import { CallMaterials1763850020000 } from './1763850020000-call-materials';
import { People1763850100000 } from './1763850100000-people';
import { SignIn1763850200000 } from './1763850200000-sign-in';
import { DocumentsAndDrafts1763850300000 } from './1763850300000-documents-and-drafts';
import { CreationKeys1763850400000 } from './1763850400000-creation-keys';
import { EngineChecks1763850600000 } from './1763850600000-engine-checks';
import { DoorsAndComments1763851400000 } from './1763851400000-doors-and-comments';
import { Board1763851100000 } from './1763851100000-board';
import { ProjectList1763851000000 } from './1763851000000-project-list';
import { OpenTasks1763851600000 } from './1763851600000-open-tasks';
import { Register1763851500000 } from './1763851500000-register';
import { MailActs1763851300000 } from './1763851300000-mail-acts';
import { CalendarFeedsPreferences1763851610000 } from './1763851610000-calendar-feeds-preferences';
import { ProjectReports1763851310000 } from './1763851310000-project-reports';
import { SearchCandidates1763851700000 } from './1763851700000-search-candidates';
import { TechnicalActs1763852000000 } from './1763852000000-technical-acts';
import { Interventions1763852100000 } from './1763852100000-interventions';
import { ArchivedRunsReplayChecks1763852000001 } from './1763852000001-archived-runs-replay-checks';
import { EngineFindings1763852000002 } from './1763852000002-engine-findings';
import { LedgerChecks1763852110000 } from './1763852110000-ledger-checks';
import { BulkRuns1763853100000 } from './1763853100000-bulk-runs';
import { Watchdog1763853000000 } from './1763853000000-watchdog';
import { PolicyAndCalendarDrafts1763853200000 } from './1763853200000-policy-and-calendar-drafts';
import { DryRuns1763853300000 } from './1763853300000-dry-runs';
import { MailTemplates1763854000000 } from './1763854000000-mail-templates';
import { LedgerRoots1763853010000 } from './1763853010000-ledger-roots';
import { OwnWords1763854300000 } from './1763854300000-own-words';
import { ArchiveChain1763854600000 } from './1763854600000-archive-chain';
import { MailRecord1763854700000 } from './1763854700000-mail-record';
import { WatchIndexes1763854710000 } from './1763854710000-watch-indexes';
import { Rehearsals1763854100000 } from './1763854100000-rehearsals';

/** Every migration, oldest first. A released one is never changed; the one before must stay readable by the release before. */
export const migrations = [
  Ledger1763850000000,
  SummariesOutboxPolicy1763850010000,
  CallMaterials1763850020000,
  People1763850100000,
  SignIn1763850200000,
  DocumentsAndDrafts1763850300000,
  CreationKeys1763850400000,
  EngineChecks1763850600000,
  DoorsAndComments1763851400000,
  Board1763851100000,
  ProjectList1763851000000,
  OpenTasks1763851600000,
  Register1763851500000,
  MailActs1763851300000,
  CalendarFeedsPreferences1763851610000,
  ProjectReports1763851310000,
  SearchCandidates1763851700000,
  TechnicalActs1763852000000,
  Interventions1763852100000,
  ArchivedRunsReplayChecks1763852000001,
  EngineFindings1763852000002,
  LedgerChecks1763852110000,
  BulkRuns1763853100000,
  Watchdog1763853000000,
  PolicyAndCalendarDrafts1763853200000,
  DryRuns1763853300000,
  LedgerRoots1763853010000,
  Rehearsals1763854100000,
  MailTemplates1763854000000,
  OwnWords1763854300000,
  AmendedTexts1763854400000,
  ArchiveChain1763854600000,
  MailRecord1763854700000,
  RegisterCorrections1763854800000,
  WatchIndexes1763854710000,
];
