import type { EntityRef } from '../entity/entity-ids';
import type { Inspection } from './maintenance.contract';

/** What an administrator's long work asks of the worker. Each is harmless to repeat: the row says how far it came. */
export interface MaintenanceActivities {
  /** Replays what the row of a replay check names and writes the result into the row; heartbeats. */
  checkReplay(input: { id: string }): Promise<void>;
  /** Carries out the repair that a technical act stands for, verifies it and writes the end into the act; heartbeats. */
  repair(input: { id: string }): Promise<void>;
  /** Computes dates anew after the calendar that a technical act published, and writes the end into the act; heartbeats. */
  replanCalendars(input: { id: string }): Promise<void>;
  /** Looks for what needs repair and writes it down; heartbeats. */
  lookForTrouble(input: Record<string, never>): Promise<void>;
  /** Looks at one entity. */
  inspect(input: { entity: EntityRef }): Promise<Inspection>;
}
