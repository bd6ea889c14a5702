import { Inject, Injectable } from '@nestjs/common';
import { pastMoment, type Moment, type PastMoment, type ProjectState } from '@app/domain';
import { entriesOf, mailsOf, type EntryBody, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { namesIn, type Names } from '../http/names';
import { DATABASE } from '../tokens';
import { bodiesIn } from '../project/project-history';
import { ProjectPages } from '../project/project-pages';
import { changesBetween, factsOf, type Fact } from '../project/state-facts';
import { toldEntries } from '../project/told-history';
import { changeWithNames, nameOf } from '../project/explain-event';
import { pastInSight } from './past-sight';
import { deadlinesThen, leftMails, mailsThen, momentOf, tasksThen, type LeftMail } from './past-parts';
import type { compareQuery, pastComparison, pastProject, pastQuery } from './past.schemas';

type Past = z.output<typeof pastProject>;
type Comparison = z.output<typeof pastComparison>;

/** All that is read once for however many moments of a project. */
interface Record {
  bodies: EntryBody[];
  today: ProjectState;
  mails: LeftMail[];
}

/** A moment as it was found, with what the reader may see of it. */
interface Found {
  past: PastMoment;
  inSight: ProjectState;
  /** The moment itself. */
  at: string;
  /** Until when mails count as sent by then; nothing for until now. */
  mailsUntil?: string;
}

const mostMails = 5_000;

/** Projects as they stood at past moments, folded from their ledgers by the very rules that wrote them. */
@Injectable()
export class PastPages {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: ProjectPages,
  ) {}

  /** A project at a moment. Throws NOT_FOUND for a project the reader may not see, UNKNOWN_MOMENT for a moment it has nothing to show for. */
  async at(person: SignedIn, id: string, query: z.output<typeof pastQuery>, language: SpokenLanguage): Promise<Past> {
    const record = await this.record(person, id);
    const { rev = record.bodies.length, at } = query;
    const found = momentIn(record, person, at === undefined ? { rev } : { at });
    const facts = factsOf(found.inSight);
    const { stage, subState, policyVersion, projectRef, applicationRef } = record.today;
    const names = await this.names([found], facts, record.mails);
    return {
      ...momentOf(found.past, found.at),
      id,
      reference: projectRef ?? applicationRef ?? null,
      lastRev: record.bodies.length,
      now: { stage, subState, policyVersion },
      ...(await this.happened(record, person, found.past.rev, language)),
      facts: facts.map((fact) => namedFact(fact, names, language)),
      ...partsOf(person, found, record.mails, names),
      ...names,
    };
  }

  /** What differs between two moments. Throws as `at` does. */
  async compare(person: SignedIn, id: string, { from, to }: z.output<typeof compareQuery>, language: SpokenLanguage): Promise<Comparison> {
    const record = await this.record(person, id);
    const [first, second] = [from, to].map((moment) =>
      momentIn(record, person, typeof moment === 'number' ? { rev: moment } : { at: moment }),
    );
    if (first === undefined || second === undefined) throw new Problem('UNKNOWN_MOMENT');
    const changes = changesBetween(factsOf(first.inSight), factsOf(second.inSight));
    const names = await this.names([first, second], changes, record.mails);
    const actor = actorOf(person);
    const [before, after] = [first, second].map((found) => tasksThen(actor, found.inSight, names));
    const [earlier, later] = first.past.rev <= second.past.rev ? [first, second] : [second, first];
    return {
      from: momentOf(first.past, first.at),
      to: momentOf(second.past, second.at),
      entries: Math.abs(second.past.rev - first.past.rev),
      changes: changes.map((change) => changeWithNames(change, names, language)),
      opened: onlyIn(after ?? [], before ?? []),
      closed: onlyIn(before ?? [], after ?? []),
      mails: earlier.past.rev === later.past.rev ? [] : mailsThen(record.mails, earlier.mailsUntil, later.mailsUntil, names),
    };
  }

  /** What had just happened, as far as the reader is told of it. */
  private async happened(
    { bodies }: Record,
    person: SignedIn,
    rev: number,
    language: SpokenLanguage,
  ): Promise<Pick<Past, 'command' | 'events' | 'byName' | 'reason'>> {
    const entry = bodies.filter((body) => body.rev === rev);
    const [told] = await toldEntries(this.db, person, entry, language);
    if (told === undefined) return { command: null, events: [], byName: null, reason: null };
    return { command: told.command, events: told.events, byName: told.actor.name ?? null, reason: told.reason };
  }

  private async record(person: SignedIn, id: string): Promise<Record> {
    const { state } = await this.pages.read(person, id);
    const project = { kind: 'project', id } as const;
    const bodies = bodiesIn(await entriesOf(this.db, project));
    const seesAll = holdsOneOf(person, ['CO', 'SH', 'AR', 'AD', 'AU']);
    const mails = leftMails(await mailsOf(this.db, project, mostMails), state).filter(
      (mail) => seesAll || mail.personId === person.personId,
    );
    return { bodies, today: state, mails };
  }

  /** Names of all that the answer tells of, and of nothing else of the past. */
  private names(found: readonly Found[], facts: unknown, mails: readonly LeftMail[]): Promise<Names> {
    return namesIn(this.db, { seen: found.map((one) => one.inSight), facts, readers: mails.map((mail) => mail.personId) });
  }
}

function momentIn({ bodies, today }: Record, person: SignedIn, moment: Moment): Found {
  const past = pastMoment(bodies, moment);
  if (past === undefined) {
    const begins = bodies[0]?.occurredAt;
    throw new Problem('UNKNOWN_MOMENT', { values: { last: bodies.length, ...(begins === undefined ? {} : { begins }) } });
  }
  const inSight = pastInSight(actorOf(person), past.state, today);
  if ('at' in moment) return { past, inSight, at: moment.at, mailsUntil: moment.at };
  // What an entry brings about leaves after it: of an entry, what was told while it stood counts.
  return { past, inSight, at: past.from, ...(past.until === undefined ? {} : { mailsUntil: past.until }) };
}

function partsOf(
  person: SignedIn,
  { inSight, at, mailsUntil }: Found,
  mails: readonly LeftMail[],
  names: Names,
): Pick<Past, 'deadlines' | 'tasks' | 'mails'> {
  const actor = actorOf(person);
  return {
    deadlines: deadlinesThen(actor, inSight, at),
    tasks: tasksThen(actor, inSight, names),
    mails: mailsThen(mails, undefined, mailsUntil, names),
  };
}

function namedFact(fact: Fact, names: Names, language: SpokenLanguage): Past['facts'][number] {
  const { about, kind, value } = fact;
  return {
    ...fact,
    about: about === null ? null : nameOf(about, names, language),
    value: kind === 'words' ? (names.texts[value] ?? '–') : kind === 'name' ? nameOf(value, names, language) : value,
  };
}

function onlyIn(these: Past['tasks'], others: Past['tasks']): Past['tasks'] {
  const known = new Set(others.map((task) => task.key));
  return these.filter((task) => !known.has(task.key));
}
