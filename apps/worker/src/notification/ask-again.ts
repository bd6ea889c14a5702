import {
  nextInWindow,
  realAt,
  stillNeeded,
  supersededSteps,
  type Calendars,
  type Directory,
  type Instant,
  type Policy,
  type WaitingMail,
} from '@app/domain';
import {
  calendarVersion,
  directoryFor,
  entitiesNow,
  recipientsByIds,
  type ClaimedMail,
  type EntityNow,
  type RecipientRow,
  type Sql,
} from '@app/persistence';
import type { DeskTools } from './desk-tools';

/** A mail that still has to go out, with what was read to say so. */
export interface NeededMail {
  mail: ClaimedMail;
  about: EntityNow;
  directory: Directory;
  reader: RecipientRow | undefined;
  /** What every subject of the entity's programme begins with, by its policy. */
  subjectTag: string;
}

/** What became of the question, by row. */
export interface Answers {
  needed: NeededMail[];
  cancelled: { id: string; why: string }[];
  postponed: { id: string; virtual: Instant; real: Instant | null }[];
  /** Rows for which the question itself failed, through a fault of ours; it hinders no other row. */
  faulty: { id: string; error: string }[];
}

/** What the question needs of the desk. */
export type AskTools = Pick<DeskTools, 'ruleData'> & { db: Sql; transport: Pick<DeskTools['transport'], 'isCatcher'> };

interface Rules {
  policy: Policy;
  calendars: Calendars;
}

/**
 * Asks of each mail again, at the moment of sending, whether it is needed: by the present state, people and time of its entity. A mail outside its
 * reader's working hours waits for them, unless the hour does not matter yet; of several steps of one series for one reader the latest is sent; mail of a rehearsal goes to a catcher or nowhere.
 */
export async function askAgain(tools: DeskTools, mails: ClaimedMail[], options: { inHours?: boolean } = {}): Promise<Answers> {
  const entities = await entitiesNow(
    tools.db,
    mails.map((mail) => mail.entity),
  );
  return askAgainOf(tools, mails, entities, options);
}

/** The same, of entities as they are given. */
export async function askAgainOf(
  tools: AskTools,
  mails: ClaimedMail[],
  entities: Map<string, EntityNow>,
  { inHours = true }: { inHours?: boolean } = {},
): Promise<Answers> {
  const readers = new Map(
    (await recipientsByIds(tools.db, [...new Set(mails.map((mail) => mail.personId))])).map((row) => [row.personId, row]),
  );
  const directories = await directoriesOf(tools, mails, entities);
  const rules = await rulesOf(tools, [...entities.values()]);
  const answers: Answers = { needed: [], cancelled: [], postponed: [], faulty: [] };
  for (const mail of mails) {
    const key = `${mail.entity.kind}/${mail.entity.id}`;
    const about = entities.get(key);
    const directory = directories.get(key);
    if (about === undefined) {
      answers.cancelled.push({ id: mail.id, why: 'no-entity' });
      continue;
    }
    try {
      const rule = rules.get(about.policyVersion);
      if (rule === undefined || directory === undefined) throw new Error('policy, calendars or people cannot be read');
      const one = { mail, about, directory, reader: readers.get(mail.personId), subjectTag: rule.policy.mail.subjectTag };
      answerOne(one, rule, { isCatcher: tools.transport.isCatcher, inHours }, answers);
    } catch (error) {
      answers.faulty.push({ id: mail.id, error: error instanceof Error ? error.message.slice(0, 200) : 'unknown' });
    }
  }
  return withoutSuperseded(answers);
}

function answerOne(
  one: NeededMail,
  rules: Rules,
  { isCatcher, inHours }: { isCatcher: boolean; inHours: boolean },
  answers: Answers,
): void {
  const { mail, about, directory } = one;
  if (mail.roomId !== null && !isCatcher) {
    answers.cancelled.push({ id: mail.id, why: 'rehearsal' });
    return;
  }
  const need = stillNeeded(waitingMail(mail), about.state, directory, about.now);
  if (!need.needed) {
    answers.cancelled.push({ id: mail.id, why: need.why });
    return;
  }
  const later = inHours ? openingAfter(one, rules) : undefined;
  if (later === undefined) answers.needed.push(one);
  else answers.postponed.push({ id: mail.id, virtual: later, real: realAt(about.clock, later) ?? null });
}

/** When the reader's working hours begin, if they are over; a reminder that would then miss its deadline does not wait. */
function openingAfter({ mail, about, reader }: NeededMail, { policy, calendars }: Rules): Instant | undefined {
  if (mail.class === 'answer' || reader === undefined) return undefined;
  const opens = nextInWindow(about.now, policy.mail.window, reader.zone, reader.country, calendars);
  if (opens <= about.now) return undefined;
  const { direction, endsAt } = mail.intent;
  return direction === 'before' && endsAt !== undefined && opens >= endsAt ? undefined : opens;
}

function waitingMail({ intent, personId, role, insteadOf }: ClaimedMail): WaitingMail {
  return { ...intent, personId, role, ...(insteadOf === null ? {} : { insteadOf }) };
}

function withoutSuperseded(answers: Answers): Answers {
  const readers = new Map<string, NeededMail[]>();
  for (const one of answers.needed) {
    const reader = `${one.mail.personId}/${one.mail.roomId ?? ''}`;
    readers.set(reader, [...(readers.get(reader) ?? []), one]);
  }
  const old = new Set(
    [...readers.values()].flatMap((list) =>
      supersededSteps(list.map(({ mail }) => ({ ...mail.intent, id: mail.id, entity: `${mail.entity.kind}/${mail.entity.id}` }))),
    ),
  );
  return {
    ...answers,
    needed: answers.needed.filter(({ mail }) => !old.has(mail.id)),
    cancelled: [...answers.cancelled, ...[...old].map((id) => ({ id, why: 'superseded' }))],
  };
}

/** People by entity; one whose state cannot be read is missing, so that only its own mails wait. */
async function directoriesOf(tools: AskTools, mails: ClaimedMail[], entities: Map<string, EntityNow>): Promise<Map<string, Directory>> {
  const directories = new Map<string, Directory>();
  for (const [key, { entity, state }] of entities) {
    const ofEntity = mails.filter((mail) => mail.entity.kind === entity.kind && mail.entity.id === entity.id);
    // The officer comes along: he is asked when nobody else can be reached.
    const asked = ofEntity.map(({ role, intent }) => ({
      to: [role],
      copy: [],
      ...(intent.owner === undefined ? {} : { owner: intent.owner }),
    }));
    try {
      directories.set(key, await directoryFor(tools.db, state, asked));
    } catch {
      continue;
    }
  }
  return directories;
}

/** Rules by policy version; a version that cannot be read is missing, so that only its own mails wait. */
async function rulesOf({ db, ruleData }: AskTools, entities: EntityNow[]): Promise<Map<number, Rules>> {
  const rules = new Map<number, Rules>();
  const version = await calendarVersion(db);
  for (const policyVersion of new Set(entities.map((entity) => entity.policyVersion))) {
    try {
      const policy = await ruleData.policy(db, policyVersion);
      rules.set(policyVersion, { policy, calendars: await ruleData.calendars(db, version, policy) });
    } catch {
      continue;
    }
  }
  return rules;
}
