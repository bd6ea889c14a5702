/** Words of the list of interventions: its columns, its kinds, doors, and what became of a proposal. */
export interface InterventionWords {
  /** Begin of the exported file's name. */
  file: string;
  columns: Record<InterventionColumn, string>;
  /** By the type of the command. */
  kinds: Record<string, string>;
  doors: Record<string, string>;
  proposals: Record<'open' | 'approved' | 'rejected' | 'lapsed', string>;
  /** Where a technical act stands. */
  states: Record<'proposed' | 'running' | 'done' | 'failed', string>;
  /** Names of the values that an intervention changed. */
  fields: Record<string, string>;
  /** Names of what a technical act keeps of before and after. */
  parts: Record<string, string>;
  /** Words of the codes among those values. */
  values: Record<string, string>;
  /** Stands for a value that was not there. */
  none: string;
}

/** A column of the exported list. */
export type InterventionColumn =
  | 'at'
  | 'kind'
  | 'reference'
  | 'person'
  | 'onBehalfOf'
  | 'door'
  | 'reason'
  | 'events'
  | 'changes'
  | 'answer'
  | 'result'
  | 'undone'
  | 'run'
  | 'rev'
  | 'id';
