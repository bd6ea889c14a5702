import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  canReadContent,
  foresee,
  formalZone,
  later,
  localDateOf,
  openChanges,
  projectDecider,
  recallOf,
  type Instant,
  type NotificationIntent,
  type ProjectEvent,
  type ProjectState,
  type Violation,
} from '@app/domain';
import { waitingMailsOf, type Sql, type WaitingMailRow } from '@app/persistence';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { projectCommandBodies } from '../commands/command-bodies';
import { detachTexts } from '../commands/detach-texts';
import { RuleRoom, type Question, type Setting } from '../commands/rule-room';
import { Problem } from '../errors/problem';
import { fieldProblems } from '../errors/validation';
import { namesIn, type Names } from '../http/names';
import { DATABASE } from '../tokens';
import { seesEvent } from './event-sight';
import { changeWithNames, explainEvent } from './explain-event';
import { postmanOf, type ForecastMail, type Postman } from './forecast-mails';
import { besideOwnWords, ownWords } from './own-words';
import { dateDifferences, mailDifferences, type ComingMail } from './preview-differences';
import { ProjectPages } from './project-pages';
import type { previewAnswer } from './preview.schemas';
import { stateInSight } from './project-sight';
import { changesBetween, factsOf } from './state-facts';
import { asItStands, tellingsOf, Thinker, type Telling, type Thought } from './thought';
import { agreementOf, conflictOf } from './thought-answers';

type Preview = z.output<typeof previewAnswer>;

/** A command that is only thought of: named as in its route, so many days after the one before it. */
export interface Act {
  command: string;
  body: unknown;
  afterDays?: number;
}

/** A command that is only thought of: named as in its route, so many days from now. */
export interface Act {
  command: string;
  body: unknown;
  afterDays?: number;
}

const dayMs = 86_400_000;
const forecastDays = 400;

/** Asks the rules what commands would do to a project, and writes nothing. */
@Injectable()
export class ProjectPreview {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: ProjectPages,
    private readonly rules: RuleRoom,
  ) {}

  /**
   * The differences in data, dates and mails that acts would make, one after the other: what the clock does before each is played too, and what is under
   * four eyes or needs signatures as if all had agreed. In `thinking` a paper that is missing is taken as one that will be there, and told. Throws
   * NOT_FOUND for an unknown command, BAD_INPUT for a body that is not well formed.
   */
  async preview(person: SignedIn, id: string, acts: readonly Act[], language: SpokenLanguage, thinking = false): Promise<Preview> {
    const { state, head } = await this.pages.read(person, id);
    const now = await this.pages.now(id);
    const nothing = { rev: head.rev, events: [], changes: [], dates: [], mails: [], conflicts: [], agreements: [] };
    const thinker = new Thinker(this.rules, id);
    const texts: Names['texts'] = {};
    let thought = asItStands(state, now);
    for (const [place, act] of acts.entries()) {
      thought = await thinker.waited(thought, later(thought.now, (act.afterDays ?? 0) * dayMs));
      const played = await thinker.played(thought, { actor: actorOf(person), ...askedIn(act, texts) }, { act: place, thinking });
      if ('violation' in played) {
        const { code, values } = played.violation;
        const violation = { code, ...problemSentence(code, language, values), ...(values && { values }) };
        return { possible: false, ...nothing, refused: refusedAct(act, played.violation) ?? place, violation };
      }
      thought = played.thought;
    }
    const happening = new Set(thought.events.map((event) => event.type));
    const secondPerson = happening.has('ProposalMade') || (happening.has('ChangeProposed') && happening.has('ChangeApproved'));
    return { possible: true, ...nothing, secondPerson, ...(await this.differences(person, { id, state, now, texts }, thought, language)) };
  }

  /** The differences that an open change would make once everybody has agreed who has to. Throws NOT_FOUND for a change that is not open. */
  async ofChange(person: SignedIn, id: string, changeId: string, language: SpokenLanguage): Promise<Preview> {
    const { state, inSight, head } = await this.pages.read(person, id);
    if (!openChanges(inSight).some((one) => one.changeId === changeId)) throw new Problem('NOT_FOUND');
    const now = await this.pages.now(id);
    const thought = await new Thinker(this.rules, id).agreed(asItStands(state, now), changeId, 0);
    return { possible: true, rev: head.rev, ...(await this.differences(person, { id, state, now }, thought, language)) };
  }

  private async differences(
    person: SignedIn,
    from: { id: string; state: ProjectState; now: Instant; texts?: Names['texts'] },
    to: Thought,
    language: SpokenLanguage,
  ): Promise<Omit<Preview, 'possible' | 'rev'>> {
    const actor = actorOf(person);
    const facts = (state: ProjectState) => factsOf(stateInSight(actor, state)).filter((one) => one.field !== 'deadline');
    const changes = changesBetween(facts(from.state), facts(to.state));
    const sees = ({ ladder: rule }: { ladder: string }): boolean => seesEvent(actor, { type: 'DeadlineSet', rule });
    const known = await namesIn(this.db, [to.events, changes, to.obstacles]);
    // What is only thought of stands nowhere yet.
    const names: Names = { ...known, texts: { ...known.texts, ...from.texts } };
    const content = canReadContent(actor, from.state) ? await this.pages.content(from.state) : undefined;
    const named = changes.map((change) => changeWithNames(change, names, language));
    return {
      events: to.events.filter((event) => seesEvent(actor, event)).map((event) => explainEvent(event, names, language)),
      changes: content === undefined ? named : named.map((change) => besideOwnWords(change, ownWords(content))),
      dates: dateDifferences(from.state, to.state, localDateOf(to.now, formalZone)).filter(sees),
      mails: await this.mailDifferences(person, from, to),
      conflicts: to.obstacles.map((one) => conflictOf(one, names, language)),
      agreements: to.changes.flatMap((one) => agreementOf(to.state, one, names, language)),
    };
  }

  private async mailDifferences(
    person: SignedIn,
    from: { id: string; state: ProjectState; now: Instant },
    to: Thought,
  ): Promise<Preview['mails']> {
    const actor = actorOf(person);
    const sees = (rule: string): boolean => seesEvent(actor, { type: 'ReminderIssued', rule });
    // A policy that is adopted counts for the one side alone.
    const [earlier, setting] = [await this.rules.setting(from.state.policyVersion), await this.rules.setting(to.state.policyVersion)];
    const until = later(from.now, forecastDays * dayMs);
    const ahead = (state: ProjectState, by: Setting): Telling[] =>
      foresee(projectDecider, from.id, state, { ...by, until }).lines.flatMap(tellingsOf);
    const before = ahead(from.state, earlier).filter(({ intent }) => sees(intent.rule));
    const after = [...to.tellings, ...ahead(to.state, setting)].filter(({ intent }) => sees(intent.rule));
    const waiting = (await waitingMailsOf(this.db, { kind: 'project', id: from.id })).filter((line) => sees(line.intent.rule));
    const seesAll = holdsOneOf(person, ['CO', 'SH', 'AR', 'AD', 'AU']);
    // Who owes a thing may be another afterwards: each side is told by its own people.
    const now = await postmanFor(this.db, from.state, earlier, { tellings: before, waiting, person, seesAll });
    const then = await postmanFor(this.db, to.state, setting, { tellings: after, waiting, person, seesAll });
    const stays = (line: WaitingMailRow): boolean => !isRecalled(line, to.events) && then.needs(line, to.state, to.now);
    return mailDifferences(
      [...waiting.flatMap((line) => waitingMail(now, line)), ...before.flatMap((one) => toldMails(now, one))],
      [...waiting.filter(stays).flatMap((line) => waitingMail(then, line)), ...after.flatMap((one) => toldMails(then, one))],
    );
  }
}

/** The place of the act that is refused among those of one command; nothing where the command is one act. */
function refusedAct({ command }: Act, { values }: Violation): number | undefined {
  const place = values?.['place'];
  return command === 'modify' && typeof place === 'number' ? place : undefined;
}

/** What an act asks of the rules; `said` takes up the texts that it carries. */
function askedIn(act: Act, said: Names['texts']): Pick<Question, 'command' | 'reason'> {
  const type = projectCommandType(act.command);
  const checked = projectCommandBodies[type].safeParse(act.body);
  if (!checked.success) throw new Problem('BAD_INPUT', { fields: fieldProblems(checked.error.issues) });
  const { payload: detached, texts } = detachTexts(projectCommandBodies[type], checked.data, randomUUID());
  for (const { ref, content } of texts) said[ref.textId] = content;
  const { reason, ...payload } = detached as Record<string, unknown> & { reason?: { textId: string; sha256: string } };
  return { command: { type, payload }, ...(reason === undefined ? {} : { reason }) };
}

function postmanFor(
  db: Sql,
  state: ProjectState,
  setting: Setting,
  asked: { tellings: Telling[]; waiting: WaitingMailRow[]; person: SignedIn; seesAll: boolean },
): Promise<Postman> {
  const intents = asked.tellings.map(({ intent }) => intent);
  const onlyFor = asked.seesAll ? {} : { onlyFor: asked.person.personId };
  return postmanOf(db, state, setting, { intents, waiting: asked.waiting, ...onlyFor });
}

function coming({ kind: notification, rule, object, step }: NotificationIntent, mails: ForecastMail[]): ComingMail[] {
  return mails.map((mail) => ({ ...mail, notification, rule, object, step }));
}

function toldMails(postman: Postman, { intent, at }: Telling): ComingMail[] {
  return coming(intent, postman.told(intent, at));
}

function waitingMail(postman: Postman, line: WaitingMailRow): ComingMail[] {
  return coming(line.intent, postman.waiting(line));
}

/** Whether one of the events takes the waiting mail back. */
function isRecalled({ intent }: WaitingMailRow, events: ProjectEvent[]): boolean {
  return events.some((event) => {
    const recall = recallOf(event);
    if (recall === undefined || recall.rule !== intent.rule || recall.object !== intent.object) return false;
    return recall.series === intent.series && recall.steps.includes(intent.step);
  });
}

/** The type of a command as a route names it. Throws NOT_FOUND. */
export function projectCommandType(command: string): keyof typeof projectCommandBodies {
  const name = command.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
  if (!Object.hasOwn(projectCommandBodies, name)) throw new Problem('NOT_FOUND');
  return name as keyof typeof projectCommandBodies;
}
