import { isHeldForRelease, passedOnBy, realAt, recallOf, type Actor, type Facts, type Instant, type TextRef } from '@app/domain';
import { uuidOf, type Door, type EntryBody } from '@app/persistence';
import {
  appendEntry,
  insertCommands,
  insertMails,
  passOnMails,
  recallMails,
  type CommandRow,
  type MailRow,
} from '@app/persistence/ledger-writer';
import { RuleFailure } from '../activity-failures';
import { clockOf, type CommitSession, type Setting } from './commit-session';
import type { AnyEvent, AnyState } from './deciders';
import { recipientsOf } from './resolve-recipients';

/** Who did what, and when in the entity's own time. */
export interface Deed {
  commandId: string;
  type: string;
  actor: Actor;
  onBehalfOf?: string;
  via?: Door;
  reason?: TextRef;
  payload: unknown;
  at: Instant;
  claims?: EntryBody['claims'];
  releases?: EntryBody['releases'];
}

/** Desk that mails go through; one by default. */
const mailShard = '0';

/**
 * Makes a decision's events a fact: folds them, appends one ledger entry, and writes what follows from them for other entities and for people.
 * Events of no effect leave no entry.
 */
export async function recordEntry(session: CommitSession, deed: Deed, events: AnyEvent[], setting: Setting, facts: Facts): Promise<void> {
  if (events.length === 0) return;
  const { standing, tx, entity, dbNow } = session;
  const folded = fold(session, events, facts);
  const rev = standing.rev + 1;
  const { commandId, type, actor, payload, at } = deed;
  const entry = await appendEntry(
    tx,
    {
      schema: 1,
      ...entity,
      rev,
      commandId,
      type,
      actor,
      ...byWhom(deed),
      payload,
      events,
      ...slotsOf(deed),
      policyVersion: folded.state.policyVersion,
      occurredAt: at,
      recordedAt: dbNow,
    },
    standing.head,
  );
  const clock = folded.state.clock;
  const roomId = clock.kind === 'conducted' ? clock.roomId : null;
  const entries = [...standing.entries, entry];
  session.standing = { ...standing, state: folded.state, rev, head: entry.hash, roomId, entries, lastAt: at };
  await writeCommands(session, folded.effects, at);
  await recallWaiting(session, events);
  await writeMails(session, events, setting, { at, firstSeq: folded.effects.length });
}

/** What was taken back by hand no longer waits; a mail sent now instead is written anew after it. What a new holder takes over waits for him. */
async function recallWaiting({ tx, entity }: CommitSession, events: AnyEvent[]): Promise<void> {
  for (const event of events) {
    const recall = recallOf(event);
    if (recall !== undefined) await recallMails(tx, entity, recall);
    const passedOn = passedOnBy(event);
    if (passedOn !== undefined) await passOnMails(tx, entity, passedOn);
  }
}

function byWhom({ onBehalfOf, via, reason }: Deed): Pick<EntryBody, 'onBehalfOf' | 'via' | 'reason'> {
  return {
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(via === undefined ? {} : { via }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function slotsOf({ claims, releases }: Deed): Pick<EntryBody, 'claims' | 'releases'> {
  return { ...(claims === undefined ? {} : { claims }), ...(releases === undefined ? {} : { releases }) };
}

interface Folded {
  state: AnyState;
  effects: { target: CommandRow['target']; command: CommandRow['command'] }[];
}

function fold({ rules, standing }: CommitSession, events: AnyEvent[], facts: Facts): Folded {
  try {
    let state = standing.state;
    const effects: Folded['effects'] = [];
    for (const event of events) {
      state = rules.evolve(state, event);
      effects.push(...rules.effects(event, state, facts));
    }
    if (state === undefined) throw new Error('no event, no state');
    return { state, effects };
  } catch (error) {
    throw new RuleFailure('evolve', error);
  }
}

async function writeCommands(session: CommitSession, effects: Folded['effects'], at: Instant): Promise<void> {
  const { tx, entity, standing } = session;
  const place = { entity, rev: standing.rev, roomId: standing.roomId };
  const rows = effects.map((effect, seq): CommandRow => ({
    ...place,
    // Follows from the entry, which nobody knows before it is committed, so that nobody can use the id first.
    id: uuidOf(`${standing.head}/${seq}`),
    seq,
    target: effect.target,
    command: effect.command,
    at,
  }));
  await insertCommands(tx, rows);
  if (rows.length > 0) session.standing = { ...standing, hasCommands: true };
}

async function writeMails(
  session: CommitSession,
  events: AnyEvent[],
  setting: Setting,
  when: { at: Instant; firstSeq: number },
): Promise<void> {
  const { tx, entity, standing } = session;
  const clock = clockOf(standing);
  const told = await recipientsOf(session, events, setting, when.at);
  const rows = told.map(({ intent, recipient, sendAt, key }, index): MailRow => ({
    id: uuidOf(`${standing.head}/${key}`),
    businessKey: key,
    entity,
    rev: standing.rev,
    seq: when.firstSeq + index,
    roomId: standing.roomId,
    intent,
    recipient,
    shard: mailShard,
    sendAfterVirtual: sendAt,
    sendAfter: realAt(clock, sendAt) ?? null,
    held: isHeldForRelease(intent, setting.policy),
  }));
  if ((await insertMails(tx, rows)) === 0) return;
  // A held letter is written at once by the desk, so that it can be read.
  const instants = rows.flatMap((row) => (row.held === true ? [session.dbNow] : (row.sendAfter ?? [])));
  const known = standing.mailDueAt === undefined ? instants : [standing.mailDueAt, ...instants];
  session.standing = { ...standing, mailDueAt: known.sort()[0] };
}
