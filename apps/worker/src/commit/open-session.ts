import { rulesBuild } from '@app/domain';
import { bodiesOf, type EntityKey, type RuleData, type Sql } from '@app/persistence';
import type { LockedHead } from '@app/persistence/ledger-writer';
import { OlderCode, RuleFailure } from '../activity-failures';
import { firstStanding, type CommitSession } from './commit-session';
import { deciders, type AnyState, type EntityRules } from './deciders';

/** What a commit needs beside its input. */
export interface CommitTools {
  ruleData: RuleData;
  /** Production refuses clocks other than real time. */
  production: boolean;
  /** History length at which a shell continues as new. */
  rollAt: number;
  /** Told of a command before this one that ended as failed, by its incident number. */
  onFailure(incident: { entity: EntityKey; commandId: string; incident: string; error: unknown }): void;
}

/**
 * A session on a locked entity, with its state folded anew where its shape has changed.
 * @throws OlderCode when newer rules wrote the head
 */
export async function openSession(tx: Sql, tools: CommitTools, entity: EntityKey, locked: LockedHead): Promise<CommitSession> {
  const { head, dbNow, roomNow, calendarVersion } = locked;
  if (head !== undefined && head.rulesBuild > rulesBuild)
    throw new OlderCode(`build ${rulesBuild} meets a head of build ${head.rulesBuild}`);
  const rules = deciders[entity.kind];
  const current = head?.stateSchema === rules.schema ? (head.state as AnyState) : await foldAnew(tx, rules, entity);
  return {
    tx,
    entity,
    rules,
    ruleData: tools.ruleData,
    stored: head,
    dbNow,
    roomNow,
    calendarVersion,
    production: tools.production,
    standing: firstStanding(locked, current),
  };
}

/** Folds the entity's ledger with today's rules: after a change of the state's shape, and in every repair. Nothing when it has no entries. */
export async function foldAnew(db: Sql, rules: EntityRules, entity: EntityKey): Promise<AnyState | undefined> {
  const bodies = await bodiesOf(db, entity);
  try {
    return bodies.flatMap((body) => body.events).reduce<AnyState | undefined>((state, event) => rules.evolve(state, event), undefined);
  } catch (error) {
    throw new RuleFailure('evolve', error);
  }
}
