import { Inject, Injectable } from '@nestjs/common';
import { forecast, later, projectDecider, type Instant } from '@app/domain';
import { bodiesOf, mailsOf, peopleByIds, plannedOf, type EntryBody, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { RuleRoom } from '../commands/rule-room';
import { namesIn, type Names } from '../http/names';
import { DATABASE } from '../tokens';
import { seesEvent } from './event-sight';
import { explainEvent } from './explain-event';
import { ProjectPages } from './project-pages';
import type { forecastAnswer, mails, plan, timeline } from './project-story.schemas';

const dayMs = 86_400_000;
const usualDays = 400;
const mostMails = 500;

/** Past and future of one project, as this reader may know them. */
@Injectable()
export class ProjectStory {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
    private readonly pages: ProjectPages,
  ) {}

  /** What happened, oldest first, from the ledger. */
  async timeline(person: SignedIn, id: string, language: SpokenLanguage): Promise<z.output<typeof timeline>> {
    await this.pages.read(person, id);
    return { items: await toldEntries(this.db, person, await bodiesOf(this.db, { kind: 'project', id }), language) };
  }

  /** What is planned, in time order, each date with its arithmetic. */
  async plan(person: SignedIn, id: string): Promise<z.output<typeof plan>> {
    await this.pages.read(person, id);
    const items = (await plannedOf(this.db, { kind: 'project', id })).filter((one) =>
      seesEvent(actorOf(person), { type: 'ReminderIssued', rule: one.rule }),
    );
    return { now: await this.pages.now(id), items };
  }

  /** What will happen within so many days if nobody acts, by the very rules that will do it. */
  async forecast(
    person: SignedIn,
    id: string,
    { days, language }: { days?: number; language: SpokenLanguage },
  ): Promise<z.output<typeof forecastAnswer>> {
    const { state } = await this.pages.read(person, id);
    const now = await this.pages.now(id);
    const until: Instant = later(now, (days ?? usualDays) * dayMs);
    const setting = await this.rules.setting(state.policyVersion);
    const lines = forecast(projectDecider, id, state, { ...setting, until });
    const names = await namesIn(this.db, lines);
    const actor = actorOf(person);
    const shown = lines.filter((line) => seesEvent(actor, { type: 'ReminderIssued', rule: line.occurrence.rule }));
    const items = shown.map((line) => ({
      at: line.at,
      occurrence: line.occurrence,
      events: line.events.filter((event) => seesEvent(actor, event)).map((event) => explainEvent(event, names, language)),
      notifications: line.notifications.map(({ kind, to, copy }) => ({ kind, to, copy })),
    }));
    return { now, until, items };
  }

  /** Mails about the project: the Secretariat sees all, others their own. */
  async mails(person: SignedIn, id: string): Promise<z.output<typeof mails>> {
    await this.pages.read(person, id);
    const seesAll = holdsOneOf(person, ['CO', 'SH', 'AR', 'AD', 'AU']);
    const lines = (await mailsOf(this.db, { kind: 'project', id }, mostMails)).filter(
      (line) => seesAll || line.personId === person.personId,
    );
    const people = new Map(
      (await peopleByIds(this.db, [...new Set(lines.map((line) => line.personId))])).map((one) => [one.personId, one.fullName]),
    );
    return {
      items: lines.map(({ key: _key, messageId: _messageId, sendAfter, doneAt, response, ...line }) => ({
        ...line,
        personName: people.get(line.personId) ?? '',
        response: seesAll ? response : null,
        sendAfter: sendAfter.toISOString(),
        doneAt: doneAt?.toISOString() ?? null,
      })),
    };
  }
}

/** Ledger entries as a reader is told them: with names, reasons and sentences; entries of which he may see nothing are left out. */
export async function toldEntries(
  db: Sql,
  person: SignedIn,
  bodies: EntryBody[],
  language: SpokenLanguage,
): Promise<z.output<typeof timeline>['items']> {
  const names = await namesIn(
    db,
    bodies.map(({ payload: _payload, ...body }) => body),
  );
  const actor = actorOf(person);
  return bodies.flatMap((body) => {
    const events = body.events.filter((event) => seesEvent(actor, event)).map((event) => explainEvent(event, names, language));
    return events.length === 0 ? [] : [{ ...toldHead(body, names), events }];
  });
}

function toldHead(body: EntryBody, names: Names): Omit<z.output<typeof timeline>['items'][number], 'events'> {
  const { rev, type, actor, reason, occurredAt, recordedAt } = body;
  const who =
    actor.kind === 'system'
      ? { kind: actor.kind }
      : { kind: actor.kind, personId: actor.personId, name: names.people[actor.personId]?.fullName ?? '' };
  return {
    rev,
    command: type,
    actor: who,
    reason: reason === undefined ? null : (names.texts[reason.textId] ?? null),
    occurredAt,
    recordedAt,
  };
}
