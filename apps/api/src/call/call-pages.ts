import { Inject, Injectable } from '@nestjs/common';
import { allowedCallCommands, canReadCall, noticeParity, type CallState, type NoticeText, type ParityFinding } from '@app/domain';
import {
  bodiesOf,
  callMaterialsOf,
  entityNow,
  plannedOf,
  storeCallMaterial,
  type CallMaterial,
  type EntityHead,
  type Sql,
} from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { withReasons } from '../commands/refused-with-reason';
import { RuleRoom } from '../commands/rule-room';
import { Problem } from '../errors/problem';
import { namesIn } from '../http/names';
import { toldEntries } from '../project/told-history';
import type { plan, timeline } from '../project/project-story.schemas';
import { DATABASE } from '../tokens';
import type { callDetail, noticeSaved } from './call.schemas';

const secretariat = ['CO', 'SH', 'AR', 'AD'] as const;
const inside = ['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC', 'CH', 'OB'] as const;

/** What pages show of one call. Every method throws NOT_FOUND for a call that the reader may not see. */
@Injectable()
export class CallPages {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
  ) {}

  /** Where the call stands, its notices and what the reader may do. */
  async detail(
    person: SignedIn,
    id: string,
    { language, lists }: { language: SpokenLanguage; lists: boolean },
  ): Promise<z.output<typeof callDetail>> {
    const { head, state } = await this.read(person, id);
    const {
      kind: _kind,
      schema: _schema,
      clock: _clock,
      series: _series,
      deadlines: _deadlines,
      referenceNumbers: _refs,
      ...shown
    } = lists ? inSight(person, state) : withoutLists(inSight(person, state));
    const materials = await callMaterialsOf(this.db, id);
    const { policyVersion } = state;
    const { policy } = await this.rules.setting(policyVersion);
    const answer = {
      ...shown,
      rev: head.rev,
      applicationCount: state.applications.length,
      now: await entityNow(this.db, { kind: 'call', id }),
      notices: materials.map((one) => ({ language: one.language, content: one.content as NoticeText })),
      ...(holdsOneOf(person, secretariat) ? { noticeFindings: findingsIn(materials) } : {}),
      commands: withReasons(allowedCallCommands(state, actorOf(person)), { policyVersion, policy, language }),
    };
    return { ...answer, ...(await namesIn(this.db, answer)) };
  }

  /** What happened to the call, oldest first. Who is not of the programme's bodies sees what was made public. */
  async timeline(person: SignedIn, id: string, language: SpokenLanguage): Promise<z.output<typeof timeline>> {
    await this.read(person, id);
    const bodies = await bodiesOf(this.db, { kind: 'call', id });
    const seen = holdsOneOf(person, inside)
      ? bodies
      : bodies.map((body) => ({ ...body, events: body.events.filter((event) => inPublic.has(event.type)) }));
    return { items: await toldEntries(this.db, person, seen, language) };
  }

  /** What is planned for the call, in time order. */
  async plan(person: SignedIn, id: string): Promise<z.output<typeof plan>> {
    await this.read(person, id);
    return { now: await entityNow(this.db, { kind: 'call', id }), items: await plannedOf(this.db, { kind: 'call', id }) };
  }

  /** Writes the public notice in one language while the call is prepared; says which facts the other language lacks. */
  async writeNotice(person: SignedIn, id: string, language: 'zh' | 'en', content: NoticeText): Promise<z.output<typeof noticeSaved>> {
    const { state } = await this.read(person, id);
    if (!holdsOneOf(person, ['SH', 'CO'])) throw new Problem('NOT_ALLOWED');
    if (state.subState !== 'draft') throw new Problem('WRONG_STAGE', { values: { stage: 'call', subState: state.subState } });
    await storeCallMaterial(this.db, { callId: id, kind: 'notice', language, content });
    return { findings: findingsIn(await callMaterialsOf(this.db, id)) };
  }

  private async read(person: SignedIn, id: string): Promise<{ head: EntityHead; state: CallState }> {
    const standing = await this.rules.call(id);
    if (standing === undefined || !canReadCall(actorOf(person), standing.state)) throw new Problem('NOT_FOUND');
    return standing;
  }
}

const inPublic: ReadonlySet<string> = new Set([
  'CallPublished',
  'CallOpened',
  'CallClosed',
  'PublicNoticeStarted',
  'PublicNoticeEnded',
  'ProjectsAnnounced',
]);

/** The call without what is decided inside, for everybody else. */
function inSight(person: SignedIn, state: CallState): CallState {
  if (holdsOneOf(person, inside)) return state;
  const { ranking: _ranking, proposal: _proposal, decision: _decision, ...rest } = state;
  return { ...rest, applications: [], proposals: [], freePlaces: 0 };
}

/** The call without what grows with its applications. */
function withoutLists({ ranking: _ranking, ...state }: CallState): CallState {
  const { proposal, decision } = state;
  return {
    ...state,
    applications: [],
    ...(proposal === undefined ? {} : { proposal: { ...proposal, lines: [] } }),
    ...(decision === undefined ? {} : { decision: { ...decision, lines: [] } }),
  };
}

/** What the language versions of the notice state differently; nothing while one is missing. */
function findingsIn(materials: CallMaterial[]): ParityFinding[] {
  const written = new Map(materials.map((one) => [one.language, one.content as NoticeText]));
  const [zh, en] = [written.get('zh'), written.get('en')];
  return zh === undefined || en === undefined ? [] : noticeParity(zh, en);
}
