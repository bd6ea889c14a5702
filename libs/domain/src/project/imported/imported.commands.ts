import type { CallId, OrganizationId, TextRef } from '../../shared/branded-ids';
import type { PartyRole } from '../../people/roles';
import type { Country, LocalDate } from '../../shared/local-date';
import type { Outcome } from '../project.stages';

/** An occupational standard that an imported project worked on: what the source says of it, nothing else. */
export interface StandardItem {
  /** Code of the occupation's field. */
  fieldCode: string;
  /** Whether the applicant wrote the standard alone or took part. */
  role: 'INDEPENDENT' | 'PARTICIPATE';
  /** The level as the source writes it, `IVET4` say. */
  label: string;
  level: number;
  /** Who worked on it, in the source's words. */
  team?: TextRef;
}

/** What the source dates: a code, or a note for what is no step of ours. */
export interface DatedFact {
  what: 'DefenceRecorded' | 'ProjectApproved' | 'KickOffHeld' | 'Note';
  on: LocalDate;
  note?: TextRef;
}

/** A project that ran before our records began, as its sources tell it. What they do not tell stays empty. */
export interface ImportedRecord {
  callId: CallId;
  /** Reference under which it is known from now on. */
  reference: string;
  hostCountry: Country;
  parties: { organizationId: OrganizationId; role: PartyRole; country: Country }[];
  standards: StandardItem[];
  facts: DatedFact[];
  outcome: Extract<Outcome, 'completed' | 'expired' | 'terminated'>;
}

/** Commands about projects that were not played through our checks. */
export type ImportedCommand = { type: 'ImportRecord'; payload: ImportedRecord };
