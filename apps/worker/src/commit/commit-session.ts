import { chainStart, type EntityKey, type RuleData, type Sql } from '@app/persistence';
import type { EntityHead, LedgerEntry, LockedHead } from '@app/persistence/ledger-writer';
import type { Calendars, Clock, Instant, Policy } from '@app/domain';
import type { AnyState, EntityRules } from './deciders';

/** What a decision needs of policy and calendars. */
export interface Setting {
  policy: Policy;
  calendars: Calendars;
}

/** Where the entity stands within this transaction: replaced as a whole with each entry, so that a rolled back step leaves no trace. */
export interface Standing {
  state: AnyState | undefined;
  rev: number;
  head: string;
  roomId: string | null;
  /** Entries written by this transaction, oldest first. */
  entries: LedgerEntry[];
  /** When the last of them happened, in the entity's own time. */
  lastAt: Instant | undefined;
  hasCommands: boolean;
  /** Earliest real instant at which a new mail may leave. */
  mailDueAt: Instant | undefined;
}

/** One transaction on one locked entity. */
export interface CommitSession {
  tx: Sql;
  entity: EntityKey;
  rules: EntityRules;
  ruleData: RuleData;
  stored: EntityHead | undefined;
  dbNow: Instant;
  roomNow: Instant | undefined;
  calendarVersion: number;
  /** Whether clocks other than real time are refused. */
  production: boolean;
  standing: Standing;
}

/** The standing before anything is done, from the stored head; the state may have been folded anew. */
export function firstStanding(locked: LockedHead, state: AnyState | undefined): Standing {
  const { head } = locked;
  return {
    state,
    rev: head?.rev ?? 0,
    head: head?.head ?? chainStart,
    roomId: head?.roomId ?? null,
    entries: [],
    lastAt: undefined,
    hasCommands: false,
    mailDueAt: undefined,
  };
}

/** Policy and calendars of a version. */
export async function settingOf(session: CommitSession, policyVersion: number): Promise<Setting> {
  const policy = await session.ruleData.policy(session.tx, policyVersion);
  return { policy, calendars: await session.ruleData.calendars(session.tx, session.calendarVersion, policy) };
}

/** The entity's clock; real time until its first entry says otherwise. */
export function clockOf(standing: Standing): Clock {
  return standing.state?.clock ?? { kind: 'real' };
}
