import { readPolicy, type Instant, type Policy } from '@app/domain';
import {
  calendarVersion,
  copiesOf,
  createRuleData,
  textsInRoom,
  toldInRoom,
  waitingInRoom,
  type CopyRow,
  type RehearsedLine,
  type RehearsedMail,
  type RoomPlace,
  type RuleData,
  type Sql,
} from '@app/persistence';
import type { Setting } from '../commit/commit-session';
import type { AnyState } from '../commit/deciders';

/** A copy while it is played. */
export interface Copy extends Omit<CopyRow, 'state'> {
  state: AnyState;
}

/** A room while a stretch of it is played: everything in memory, so that a stretch that is cut off leaves no trace. */
export interface RoomSession {
  db: Sql;
  before: RoomPlace;
  now: Instant;
  lineNo: number;
  mailNo: number;
  steps: number;
  copies: Map<string, Copy>;
  /** Copies that moved on. */
  moved: Set<Copy>;
  /** Mails that wait, by their number. */
  waiting: Map<number, RehearsedMail>;
  /** Mails that are new or became something else. */
  touched: Map<number, RehearsedMail>;
  lines: RehearsedLine[];
  /** Keys of what was told and not taken back. */
  told: Set<string>;
  /** Texts that were given with acts of the room. */
  texts: Map<string, string>;
  /** Policies by version; the one that is tried counts under its number, published or not. */
  ruleData: RuleData;
  settingOf(version: number): Promise<Setting>;
}

/** Key of a copy in its room. */
export function copyKey({ kind, id }: { kind: string; id: string }): string {
  return `${kind}/${id}`;
}

function withTriedPolicy(real: RuleData, { policyVersion, policy }: RoomPlace): RuleData {
  const tried: Policy | undefined = policyVersion === null ? undefined : readPolicy(policy);
  return {
    policy: (tx, version) => (tried !== undefined && version === policyVersion ? Promise.resolve(tried) : real.policy(tx, version)),
    calendars: (tx, version, given) => real.calendars(tx, version, given),
  };
}

/** Opens a room where it is. */
export async function openRoomSession(db: Sql, before: RoomPlace): Promise<RoomSession> {
  const id = before.rehearsalId;
  const ruleData = withTriedPolicy(createRuleData(), before);
  const calendars = await calendarVersion(db);
  const settings = new Map<number, Promise<Setting>>();
  const read = async (version: number): Promise<Setting> => {
    const policy = await ruleData.policy(db, version);
    return { policy, calendars: await ruleData.calendars(db, calendars, policy) };
  };
  return {
    ...{ db, before, now: before.now, lineNo: before.lineNo, mailNo: before.mailNo, steps: 0, ruleData, lines: [] },
    copies: new Map((await copiesOf(db, id)).map((row) => [copyKey(row), { ...row, state: row.state as AnyState }])),
    moved: new Set(),
    waiting: new Map((await waitingInRoom(db, id)).map((mail) => [mail.no, mail])),
    touched: new Map(),
    told: await toldInRoom(db, id),
    texts: await textsInRoom(db, id),
    settingOf: (version) => {
      const found = settings.get(version) ?? read(version);
      settings.set(version, found);
      return found;
    },
  };
}

/** Where a room has come to. */
export function placeOf({ before, now, lineNo, mailNo }: RoomSession): RoomPlace {
  return { ...before, now, lineNo, mailNo };
}
