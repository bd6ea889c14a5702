import type { Actor, Instant, TextRef } from '@app/domain';
import { canonicalJson } from './canonical-json';

/** An entity by kind and id, as the ledger names it. */
export interface EntityKey {
  kind: 'project' | 'call';
  id: string;
}

/**
 * How an act came in: from a page (a session), with an API token, through a link in a mail, from another entity of the programme (`dispatch`), from
 * the administrators' tool, from a rehearsal's conductor, with the first data, or by the clock.
 */
export type Door = 'web' | 'api' | 'mail-link' | 'dispatch' | 'cli' | 'conductor' | 'first-data' | 'clock';

/** What a ledger entry says: one command (or step of the clock) and the events that followed. Ids, codes, dates and hashes only. */
export interface EntryBody {
  schema: 1;
  kind: EntityKey['kind'];
  id: string;
  rev: number;
  commandId: string;
  type: string;
  actor: Actor;
  onBehalfOf?: string;
  /** Missing in entries from before doors were told, and where it is not known. */
  via?: Door;
  reason?: TextRef;
  payload: unknown;
  events: { type: string }[];
  /** Slots this entry took and gave back, so that who holds what follows from the ledger alone. */
  claims?: { scope: string; key: string }[];
  releases?: { scope: string; key: string }[];
  policyVersion: number;
  /** In the entity's own time. */
  occurredAt: Instant;
  /** By the database's clock. */
  recordedAt: Instant;
}

/** The text that is stored and hashed. */
export function bodyText(body: EntryBody): string {
  return canonicalJson(body);
}

/** What a stored text says. */
export function bodyOf(text: string): EntryBody {
  return JSON.parse(text) as EntryBody;
}
