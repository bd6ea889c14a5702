import { Inject, Injectable } from '@nestjs/common';
import { endOfDay, formalZone, later, validatePolicy, type Instant, type StandingRole } from '@app/domain';
import {
  accountPerson,
  askMove,
  discardRehearsal,
  endAct,
  entityNow,
  findRehearsal,
  lastMove,
  listRehearsals,
  openAct,
  openRehearsal,
  policyToForesee,
  removeOldRehearsals,
  whyNoRehearsal,
  type AskedMove,
  type EntityKey,
  type NewMove,
  type Rehearsal,
  type RehearsedAct,
  type TransactionSource,
} from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { RehearsalStarter } from '../command-gateway/rehearsal-starter';
import { projectCommandBodies } from '../commands/command-bodies';
import type { CommandCall } from '../commands/command-call.decorator';
import { detachTexts } from '../commands/detach-texts';
import { Problem } from '../errors/problem';
import { fieldProblems } from '../errors/validation';
import { projectCommandType } from '../project/project-preview';
import { DATABASE } from '../tokens';
import { rehearsalOf } from './rehearsal-answers';
import type { moveBody, rehearsalAnswer, rehearsalBody, rehearsalPage } from './rehearsals.schemas';

const roles: readonly StandingRole[] = ['SH', 'AD'];
const shown = 50;
const keepDays = 14;
const dayMs = 86_400_000;
const yearDays = 365;
const mostYears = 10;

type Answer = z.output<typeof rehearsalAnswer>;
type MoveBody = z.output<typeof moveBody>;

/** Only who may rehearse passes. Throws NOT_ALLOWED. */
export function refuseUnlessRehearser(person: SignedIn): void {
  if (!holdsOneOf(person, roles)) throw new Problem('NOT_ALLOWED');
}

/** Copies of projects and calls that are played on: asked for here, played by a worker, never real. */
@Injectable()
export class RehearsalDesk {
  constructor(
    @Inject(DATABASE) private readonly db: TransactionSource,
    private readonly starter: RehearsalStarter,
  ) {}

  /** The rehearsals that are kept; those whose time is over go. */
  async list(person: SignedIn, language: SpokenLanguage): Promise<z.output<typeof rehearsalPage>> {
    refuseUnlessRehearser(person);
    await removeOldRehearsals(this.db);
    const found = await listRehearsals(this.db, shown);
    return { items: await Promise.all(found.map((one) => this.told(one, language))) };
  }

  /** One of them. Throws NOT_FOUND. */
  async show(person: SignedIn, id: string, language: SpokenLanguage): Promise<Answer> {
    return this.told(await this.read(person, id), language);
  }

  /** One as it is kept. Throws NOT_ALLOWED and NOT_FOUND. */
  async read(person: SignedIn, id: string): Promise<Rehearsal> {
    refuseUnlessRehearser(person);
    const found = await findRehearsal(this.db, id);
    if (found === undefined) throw new Problem('NOT_FOUND');
    return found;
  }

  /** Begins one. Throws NOT_FOUND, REHEARSAL_CLOSED, POLICY_INVALID and KEY_REUSED. */
  async open({ person, commandId: id }: CommandCall, body: z.output<typeof rehearsalBody>, language: SpokenLanguage): Promise<Answer> {
    refuseUnlessRehearser(person);
    const { source, policyVersion, reason } = body;
    await this.refuseUncopyable(source);
    const policy = policyVersion === undefined ? undefined : { version: policyVersion, content: await this.policyOf(policyVersion) };
    const startsAt = await entityNow(this.db, source);
    await this.db.transaction(async (tx) => {
      const act = await openAct(tx, {
        ...{
          id,
          kind: 'rehearsal',
          entity: source,
          door: person.via.kind === 'session' ? 'page' : 'api',
          actorId: person.personId,
          reason,
        },
        ...{ asked: { policyVersion: policyVersion ?? null }, before: {}, needsSecond: false },
      });
      if (act.is === 'key-reused') throw new Problem('KEY_REUSED');
      if (act.is === 'known') return;
      await openRehearsal(tx, { id, source, policy, openedBy: person.personId, reason, startsAt, keepDays });
      await endAct(tx, id, { state: 'done', code: 'REHEARSAL_OPENED', values: { keepDays } });
    });
    await this.starter.start(id);
    return this.show(person, id, language);
  }

  /**
   * Moves one on; a worker plays it. Throws NOT_FOUND, REHEARSAL_BUSY, REHEARSAL_STALE, REHEARSAL_PAST, KEY_REUSED, and BAD_INPUT for an act that is not well
   * formed. What a rule refuses stands in the move.
   */
  async move({ person, commandId }: CommandCall, id: string, body: MoveBody, language: SpokenLanguage): Promise<Answer> {
    const room = await this.read(person, id);
    const act = body.kind === 'act' ? await this.actOf(person, commandId, body) : undefined;
    const until = untilOf(body, room.now);
    const asked: NewMove = {
      ...{ id: commandId, kind: kindOf(body.kind), askedBy: person.personId, rev: body.rev },
      ...(act === undefined ? {} : { act }),
      ...(until === undefined ? {} : { until }),
    };
    refuseUnlessAsked(await this.db.transaction((tx) => askMove(tx, id, asked)));
    await this.starter.start(commandId);
    return this.show(person, id, language);
  }

  /** Throws one away with all that was played in it; gone already is gone. */
  async discard(person: SignedIn, id: string): Promise<{ id: string }> {
    refuseUnlessRehearser(person);
    await discardRehearsal(this.db, id);
    return { id };
  }

  private async refuseUncopyable(source: EntityKey): Promise<void> {
    const why = await whyNoRehearsal(this.db, source);
    if (why !== undefined) throw new Problem(why === 'missing' ? 'NOT_FOUND' : 'REHEARSAL_CLOSED');
  }

  private async policyOf(version: number): Promise<unknown> {
    const found = await policyToForesee(this.db, version);
    if (found === undefined) throw new Problem('NOT_FOUND');
    const [wrong] = validatePolicy(found.content);
    if (wrong !== undefined) throw new Problem('POLICY_INVALID', { values: wrong.values ?? {} });
    return found.content;
  }

  private async actOf(person: SignedIn, commandId: string, body: Extract<MoveBody, { kind: 'act' }>): Promise<RehearsedAct> {
    const type = projectCommandType(body.command);
    const checked = projectCommandBodies[type].safeParse(body.body);
    if (!checked.success) throw new Problem('BAD_INPUT', { fields: fieldProblems(checked.error.issues) });
    const doer = body.as === undefined ? person : await accountPerson(this.db, body.as);
    if (doer === undefined) throw new Problem('NOT_FOUND');
    const { payload: detached, texts } = detachTexts(projectCommandBodies[type], checked.data, commandId);
    const { reason, ...payload } = detached as Record<string, unknown> & { reason?: RehearsedAct['reason'] };
    return {
      ...{ entity: { kind: 'project', id: body.project }, type, payload, actor: actorOf(doer) },
      ...(reason === undefined ? {} : { reason }),
      texts: texts.map(({ ref, content }) => ({ textId: ref.textId, content })),
    };
  }

  private async told(room: Rehearsal, language: SpokenLanguage): Promise<Answer> {
    return rehearsalOf(room, await lastMove(this.db, room.id), language);
  }
}

function kindOf(kind: MoveBody['kind']): NewMove['kind'] {
  return kind === 'next-day' || kind === 'year' || kind === 'until' ? 'run' : kind;
}

function untilOf(body: MoveBody, now: Date): Instant | undefined {
  const from = now.toISOString();
  if (body.kind === 'next-day') return later(from, dayMs);
  if (body.kind === 'year') return later(from, yearDays * dayMs);
  if (body.kind !== 'until') return undefined;
  const until = endOfDay(body.until, formalZone);
  if (until <= from || until > later(from, mostYears * yearDays * dayMs)) throw new Problem('REHEARSAL_PAST');
  return until;
}

function refuseUnlessAsked(asked: AskedMove): void {
  switch (asked.is) {
    case 'asked':
    case 'known':
      return;
    case 'stale':
      throw new Problem('REHEARSAL_STALE', { values: { currentRev: asked.current } });
    case 'busy':
      throw new Problem('REHEARSAL_BUSY');
    case 'key-reused':
      throw new Problem('KEY_REUSED');
    case 'missing':
      throw new Problem('NOT_FOUND');
  }
}
