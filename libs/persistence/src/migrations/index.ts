import { Ledger1763850000000 } from './1763850000000-ledger';
import { SummariesOutboxPolicy1763850010000 } from './1763850010000-summaries-outbox-policy';
import { CallMaterials1763850020000 } from './1763850020000-call-materials';
import { People1763850100000 } from './1763850100000-people';
import { SignIn1763850200000 } from './1763850200000-sign-in';
import { DocumentsAndDrafts1763850300000 } from './1763850300000-documents-and-drafts';
import { CreationKeys1763850400000 } from './1763850400000-creation-keys';

/** Every migration, oldest first. A released one is never changed; the one before must stay readable by the release before. */
export const migrations = [
  Ledger1763850000000,
  SummariesOutboxPolicy1763850010000,
  CallMaterials1763850020000,
  People1763850100000,
  SignIn1763850200000,
  DocumentsAndDrafts1763850300000,
  CreationKeys1763850400000,
];
