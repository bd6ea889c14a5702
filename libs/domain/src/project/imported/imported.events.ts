import type { CallId, PersonId, ProjectId } from '../../shared/branded-ids';
import type { Clock } from '../../shared/clock';
import type { Instant } from '../../shared/local-date';
import type { ImportedRecord } from './imported.commands';

/** Events of imported records. */
export type ImportedEvent = {
  type: 'RecordImported';
  projectId: ProjectId;
  callId: CallId;
  callCode: string;
  programme: string;
  year: number;
  policyVersion: number;
  clock: Clock;
  importedBy: PersonId;
  at: Instant;
} & Omit<ImportedRecord, 'callId'>;
