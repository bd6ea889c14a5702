import { projectDecider, readPolicy, type CalendarYear, type CallFacts, type Policy, type ProjectState } from '@app/domain';
import {
  calendarVersion,
  calendarYears,
  callFacts,
  directoryOfMany,
  waitingMailsOfMany,
  type DryRun,
  type LiveProject,
  type RuleData,
  type Sql,
} from '@app/persistence';
import type { Setting } from '../commit/commit-session';
import { deciders } from '../commit/deciders';
import { foldAnew } from '../commit/open-session';
import type { Change, Known } from './think-through';
import { watchedPolicy, type WatchedPolicy } from './watched-policy';

/** What the projects of a batch have in common: the change, and policies and calls, each read once. */
export interface Room {
  change: Change;
  settingOf(policyVersion: number): Promise<Setting>;
  callOf(callId: string): Promise<CallFacts | undefined>;
}

/** Remembers what was asked for once. Rules remember what they have counted by the very policy and calendars they were given. */
function remembered<K, V>(read: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>();
  return (key) => {
    const found = known.get(key) ?? read(key);
    known.set(key, found);
    return found;
  };
}

function withTable(years: readonly CalendarYear[], table: CalendarYear): CalendarYear[] {
  return [...years.filter((one) => one.country !== table.country || one.year !== table.year), table];
}

async function changeOf(db: Sql, { policyVersion, content }: DryRun): Promise<Change> {
  if (policyVersion !== null) {
    const policy = readPolicy(content);
    const watched = new Map<Policy, WatchedPolicy | undefined>();
    return {
      version: policyVersion,
      policy,
      watched: (one) => {
        if (!watched.has(one)) watched.set(one, watchedPolicy(one, policy));
        return watched.get(one);
      },
    };
  }
  const years = withTable(await calendarYears(db), content as CalendarYear);
  const known = new WeakMap<Policy, Setting['calendars']>();
  return {
    calendarsOf: (policy) => {
      const calendars = known.get(policy) ?? { years, partialDaysWork: policy.time.partialDaysWork };
      known.set(policy, calendars);
      return calendars;
    },
  };
}

/** Opens what a batch of a dry run thinks with. */
export async function openRoom(db: Sql, ruleData: RuleData, run: DryRun): Promise<Room> {
  const version = await calendarVersion(db);
  return {
    change: await changeOf(db, run),
    settingOf: remembered(async (policyVersion) => {
      const policy = await ruleData.policy(db, policyVersion);
      return { policy, calendars: await ruleData.calendars(db, version, policy) };
    }),
    callOf: remembered((callId) => callFacts(db, callId)),
  };
}

async function stateOf(db: Sql, { id, stateSchema, state }: LiveProject): Promise<ProjectState> {
  const current = stateSchema === projectDecider.schema ? state : await foldAnew(db, deciders.project, { kind: 'project', id });
  return current as ProjectState;
}

/** What is known of the projects of a batch; people and waiting mails are read once for all. */
export async function knownOf(db: Sql, batch: readonly LiveProject[], room: Room): Promise<Known[]> {
  const states = await Promise.all(batch.map((one) => stateOf(db, one)));
  const waiting = await waitingMailsOfMany(
    db,
    batch.map(({ id }) => id),
  );
  const directory = await directoryOfMany(
    db,
    states,
    [...waiting.values()].flat().map((mail) => mail.personId),
  );
  return Promise.all(
    states.map(async (state, no) => ({
      state,
      rev: batch[no]?.rev ?? 0,
      setting: await room.settingOf(state.policyVersion),
      call: await room.callOf(state.callId),
      waiting: waiting.get(state.id) ?? [],
      directory,
    })),
  );
}
