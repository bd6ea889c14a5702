import { Inject, Injectable } from '@nestjs/common';
import {
  allowedCommands,
  canRead,
  canReadComments,
  canReadContent,
  changeableFields,
  mayCommandProject,
  possibleExtensions,
  possibleRedos,
  possibleRewinds,
  possibleSkips,
  projectDecider,
  running,
  type Actor,
  type Instant,
  type Occurrence,
  type ProjectState,
  type TextRef,
} from '@app/domain';
import {
  applicationDraft,
  countComments,
  entityNow,
  plannedOf,
  policyVersions,
  submittedApplication,
  textsOf,
  type ApplicationContent,
  type EntityHead,
  type Sql,
} from '@app/persistence';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { withReasons } from '../commands/refused-with-reason';
import { RuleRoom } from '../commands/rule-room';
import { Problem } from '../errors/problem';
import { namesIn } from '../http/names';
import { DATABASE } from '../tokens';
import { seesEvent } from './event-sight';
import type { projectDetail } from './project-detail.schemas';
import { ownWords } from './own-words';
import { addressesOf, followingOf, scoringOf } from './project-extras';
import { isStaff, stateInSight } from './project-sight';

/** A project that a reader may see. */
export interface ReadProject {
  head: EntityHead;
  /** The whole state, for rules. */
  state: ProjectState;
  /** What the reader may see of it. */
  inSight: ProjectState;
}

/** What pages show of one project. Every method throws NOT_FOUND for a project that the reader may not see. */
@Injectable()
export class ProjectPages {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
  ) {}

  /** The project, if the reader may see it. */
  async read(person: SignedIn, id: string): Promise<ReadProject> {
    const standing = await this.rules.project(id);
    const actor = actorOf(person);
    if (standing === undefined || !canRead(actor, standing.state)) throw new Problem('NOT_FOUND');
    return { ...standing, inSight: stateInSight(actor, standing.state) };
  }

  /** Time of the project's own clock. */
  now(id: string): Promise<Instant> {
    return entityNow(this.db, { kind: 'project', id });
  }

  /** Where the project stands, who and what belongs to it, and what the reader may do. */
  async detail(person: SignedIn, id: string, language: SpokenLanguage): Promise<z.output<typeof projectDetail>> {
    const plan = await plannedOf(this.db, { kind: 'project', id });
    return this.detailOf(person, await this.read(person, id), { now: await this.now(id), plan, acting: person }, language);
  }

  /** The same of a state at hand, at its own time; `acting` is whose commands are listed. */
  async detailOf(
    person: SignedIn,
    { head, state, inSight }: Omit<ReadProject, 'head'> & { head: Pick<EntityHead, 'rev'> },
    { now, plan, acting }: { now: Instant; plan: Occurrence[]; acting: SignedIn },
    language: SpokenLanguage,
  ): Promise<z.output<typeof projectDetail>> {
    const actor = actorOf(acting);
    const content = canReadContent(actorOf(person), state) ? await this.content(state) : undefined;
    const {
      kind: _kind,
      schema: _schema,
      clock: _clock,
      superseded: _aside,
      endedFrom: _from,
      policyVersion: _policy,
      series: _series,
      ...shown
    } = inSight;
    const answer = {
      ...shown,
      rev: head.rev,
      now,
      reference: state.projectRef ?? state.applicationRef ?? null,
      ...(await this.titles(state, content)),
      overlays: projectDecider.toView(state).overlays,
      ...(await this.extras(person, { state, inSight }, plan)),
      ...(await this.changeable(acting, { state, now }, language)),
      ...(mayCommandProject(actor, 'Rewind', state)
        ? { rewinds: possibleRewinds(state), skips: possibleSkips(state), redos: possibleRedos(state) }
        : {}),
      ...(mayCommandProject(actor, 'GrantExtension', state) ? { extensions: possibleExtensions(state) } : {}),
      ...(mayCommandProject(actor, 'AdoptPolicy', state) ? { policies: await this.policiesBeside(state.policyVersion) } : {}),
      commands: await this.commandsOf(state, actor, language),
    };
    return { ...answer, ...(await namesIn(this.db, answer)) };
  }

  private async commandsOf(
    state: ProjectState,
    actor: Actor,
    language: SpokenLanguage,
  ): Promise<z.output<typeof projectDetail>['commands']> {
    const { policyVersion } = state;
    const { policy } = await this.rules.setting(policyVersion);
    return withReasons(allowedCommands(state, actor), { policyVersion, policy, language });
  }

  private async policiesBeside(present: number): Promise<{ version: number; name: string }[]> {
    const published = (await policyVersions(this.db)).filter((one) => one.state === 'published' && one.version !== present);
    return published.map(({ version, name }) => ({ version, name }));
  }

  /** The titles as amended, and what the application itself says where an amendment may have put another in its place. */
  private async titles(
    { amended = {} }: ProjectState,
    content: ApplicationContent | undefined,
  ): Promise<Pick<z.output<typeof projectDetail>, 'titleZh' | 'titleEn' | 'applied'>> {
    if (content === undefined) return { titleZh: null, titleEn: null };
    const texts = await textsOf(
      this.db,
      [amended.titleZh, amended.titleEn].flatMap((ref) => ref?.textId ?? []),
    );
    const applied = ownWords(content);
    const said = (ref: TextRef | undefined, own: string | null): string | null => (ref && texts.get(ref.textId)) ?? own;
    return { titleZh: said(amended.titleZh, applied.titleZh), titleEn: said(amended.titleEn, applied.titleEn), applied };
  }

  /** What the reader may ask to change, each with the reason where not now. */
  private async changeable(
    person: SignedIn,
    { state, now }: { state: ProjectState; now: Instant },
    language: SpokenLanguage,
  ): Promise<Pick<z.output<typeof projectDetail>, 'changeable'>> {
    const project = running(state);
    if (project === undefined || !mayCommandProject(actorOf(person), 'ProposeChange', state)) return {};
    const { policy } = await this.rules.setting(state.policyVersion);
    const fields = changeableFields(project, { now, policy });
    const office = holdsOneOf(person, ['CO', 'SH']);
    return {
      changeable: fields
        .filter((one) => office || one.kind === 'amendment')
        .map(({ refusal, ...field }) => {
          if (refusal === undefined) return field;
          return { ...field, why: refusal.code, sentence: problemSentence(refusal.code, language, refusal.values).says };
        }),
    };
  }

  /** What stands in other tables or follows from the policy: addresses, how sheets add up, what comes next. Each only for those who may know it. */
  private async extras(
    person: SignedIn,
    { state, inSight }: Pick<ReadProject, 'state' | 'inSight'>,
    planned: Occurrence[],
  ): Promise<Pick<z.output<typeof projectDetail>, 'following' | 'scoring' | 'mailAddresses' | 'comments'>> {
    const actor = actorOf(person);
    const plan = planned.filter((one) => seesEvent(actor, { type: 'ReminderIssued', rule: one.rule }));
    const mailAddresses = await addressesOf(this.db, person, inSight);
    const comments = canReadComments(actor, state) ? await countComments(this.db, state.id) : null;
    const extras = { following: followingOf(plan), mailAddresses, comments };
    // Who may not see the score may not see how it comes about either.
    if (!isStaff(actor) || inSight.review.sheets.length === 0) return extras;
    const { policy } = await this.rules.setting(state.policyVersion);
    const sums = scoringOf(inSight, policy.review);
    return sums === undefined ? extras : { ...extras, scoring: sums };
  }

  /** Content of the last submitted version, before the first submission of the draft. */
  async content(state: ProjectState): Promise<ApplicationContent | undefined> {
    const last = state.submissions.at(-1);
    const row = last === undefined ? await applicationDraft(this.db, state.id) : await submittedApplication(this.db, state.id, last.hash);
    return row?.content;
  }
}
