import { Inject, Injectable } from '@nestjs/common';
import {
  forecast,
  isPaused,
  isSkipped,
  later,
  planDeadlines,
  projectDecider,
  untouched,
  type Deadline,
  type ForecastLine,
  type Instant,
  type Occurrence,
  type ProjectEvent,
  type ProjectState,
} from '@app/domain';
import { allStepMails, waitingMailsOf, type Sql, type WaitingMailRow } from '@app/persistence';
import { mailWords, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { RuleRoom, type Setting } from '../commands/rule-room';
import { namesIn, type Names } from '../http/names';
import { DATABASE } from '../tokens';
import { seesEvent } from './event-sight';
import { explainEvent } from './explain-event';
import { postmanOf, type Postman } from './forecast-mails';
import { Interventions } from './possible-interventions';
import { ProjectPages } from './project-pages';
import type { forecastAnswer } from './project-story.schemas';

type Answer = z.output<typeof forecastAnswer>;

const dayMs = 86_400_000;
const usualDays = 400;

/** The forecast of a project's mails: what will be sent, when, to whom, why, what would cancel it, and what may be done about it. */
@Injectable()
export class ProjectForecast {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
    private readonly pages: ProjectPages,
  ) {}

  /** What will happen within so many days if nobody acts, by the very rules that will do it. */
  async forecast(person: SignedIn, id: string, { days, language }: { days?: number; language: SpokenLanguage }): Promise<Answer> {
    const { state } = await this.pages.read(person, id);
    const now = await this.pages.now(id);
    const until: Instant = later(now, (days ?? usualDays) * dayMs);
    const setting = await this.rules.setting(state.policyVersion);
    const actor = actorOf(person);
    const sees = (rule: string): boolean => seesEvent(actor, { type: 'ReminderIssued', rule });
    const lines = forecast(projectDecider, id, state, { ...setting, until }).filter((line) => sees(line.occurrence.rule));
    const waiting = (await waitingMailsOf(this.db, { kind: 'project', id })).filter((line) => sees(line.intent.rule));
    const seesAll = holdsOneOf(person, ['CO', 'SH', 'AR', 'AD', 'AU']);
    const [postman, stepMails, names] = await Promise.all([
      postmanOf(this.db, state, setting, {
        intents: lines.flatMap((line) => line.notifications),
        waiting,
        ...(seesAll ? {} : { onlyFor: person.personId }),
      }),
      allStepMails(this.db, { kind: 'project', id }),
      namesIn(this.db, [lines, state.deadlines.map((d) => d.interventions)]),
    ]);
    const room: Room = {
      state,
      language,
      names,
      postman,
      planned: new Set(projectDecider.plan(state, setting.policy, setting.calendars).map(keyOf)),
      interventions: new Interventions(state, actor, stepMails, language, { ...setting, now }),
    };
    const visible = state.deadlines.filter((d) => d.ladder !== 'clock' && sees(d.ladder));
    return {
      now,
      until,
      items: lines.map((line) => ({ ...itemOf(room, line), events: told(room, line, (event) => seesEvent(actor, event)) })),
      // What the desk will not send any more, asked again at the moment of sending, is not foreseen.
      waiting: waitingItems(
        room,
        waiting.filter((line) => postman.needs(line, state, now)),
      ),
      skipped: seesAll ? visible.flatMap((d) => skippedOf(state, d, setting)) : [],
      series: visible.map((d) => seriesOf(room, d, seesAll)),
      interventions: seesAll ? visible.flatMap((d) => interventionsOf(room, d)) : [],
    };
  }
}

/** What the lines of one answer are told with. */
interface Room {
  state: ProjectState;
  language: SpokenLanguage;
  names: Names;
  postman: Postman;
  /** Occurrences that are planned today, rather than following from what will happen. */
  planned: ReadonlySet<string>;
  interventions: Interventions;
}

function keyOf({ key, series }: { key: string; series: number }): string {
  return `${key}#${series}`;
}

function endOf(rule: string, language: SpokenLanguage): string | null {
  return mailWords[language].ladders[rule]?.ask ?? null;
}

function told(
  { names, language }: Room,
  line: ForecastLine<ProjectEvent>,
  sees: (event: ProjectEvent) => boolean,
): Answer['items'][number]['events'] {
  return line.events.filter(sees).map((event) => explainEvent(event, names, language));
}

function itemOf(room: Room, { at, occurrence, notifications }: ForecastLine<ProjectEvent>): Omit<Answer['items'][number], 'events'> {
  const isMail = occurrence.level !== undefined && room.planned.has(keyOf(occurrence));
  return {
    at,
    occurrence,
    notifications: notifications.map(({ kind, to, copy }) => ({ kind, to, copy })),
    mails: notifications.flatMap((intent) => room.postman.told(intent, at)),
    ends: endOf(occurrence.rule, room.language),
    possible: isMail ? room.interventions.ofStep(occurrence) : [],
  };
}

/** Mails in the outbox, those of one step or event together; only ladder steps can be skipped or sent sooner. */
function waitingItems(room: Room, lines: WaitingMailRow[]): Answer['waiting'] {
  const groups = new Map<string, [WaitingMailRow, ...WaitingMailRow[]]>();
  for (const line of lines) {
    const { rule, object, step, series } = line.intent;
    const key = [rule, object, step, series].join('/');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [line]);
    else known.push(line);
  }
  return [...groups.values()].flatMap((group) => waitingItem(room, group));
}

/** Date, arithmetic and legal basis of what a waiting mail is about, where it has them. */
function basisOf({
  dueOn,
  legal,
}: WaitingMailRow['intent']): Pick<Answer['waiting'][number], 'dueOn' | 'because' | 'policyKey' | 'article'> {
  if (legal === undefined) return { dueOn: dueOn ?? null, because: null, policyKey: null, article: null };
  const { because, policyKey, article } = legal;
  return { dueOn: dueOn ?? null, because, policyKey, article: article ?? null };
}

function waitingItem(room: Room, group: [WaitingMailRow, ...WaitingMailRow[]]): Answer['waiting'] {
  const mails = group.flatMap((line) => room.postman.waiting(line));
  if (mails.length === 0) return [];
  const [{ intent }] = group;
  const { rule, object, step, series } = intent;
  const isStep = intent.kind === 'reminder' || intent.kind === 'escalation';
  return [
    {
      notification: intent.kind,
      class: intent.class,
      ...{ rule, object, step, series },
      ...basisOf(intent),
      level: isStep ? String(intent.values['level']) : null,
      ends: isStep ? endOf(rule, room.language) : null,
      mails,
      possible: isStep ? room.interventions.ofStep({ rule, object, step, series }) : [],
    },
  ];
}

function skippedOf(state: ProjectState, deadline: Deadline, { policy, calendars }: Setting): Occurrence[] {
  if (deadline.interventions === undefined) return [];
  return planDeadlines(state.id, [untouched(deadline)], policy, calendars).filter((o) => isSkipped(deadline, o.step));
}

function seriesOf({ interventions }: Room, deadline: Deadline, seesAll: boolean): Answer['series'][number] {
  const { ladder: rule, object, series, dueOn, endsAt, because, policyKey, article, owner } = deadline;
  return {
    ...{ rule, object, series, dueOn, endsAt, because, policyKey, owner },
    ...(article === undefined ? {} : { article }),
    paused: seesAll && isPaused(deadline),
    possible: interventions.ofSeries(deadline),
  };
}

function interventionsOf({ names, interventions }: Room, deadline: Deadline): Answer['interventions'] {
  return (deadline.interventions ?? []).map((one) => ({
    interventionId: one.interventionId,
    kind: one.kind,
    rule: deadline.ladder,
    object: deadline.object,
    series: one.series,
    ...('step' in one ? { step: one.step } : {}),
    ...('workingDays' in one ? { workingDays: one.workingDays } : {}),
    ...('before' in one ? { dueOnBefore: one.before.dueOn } : {}),
    byName: names.people[one.by]?.fullName ?? '',
    reason: names.texts[one.reason.textId] ?? null,
    at: one.at,
    undoUntil: one.undoUntil,
    possible: interventions.ofUndo(one.interventionId, deadline),
  }));
}
