import { Inject, Injectable } from '@nestjs/common';
import { supersededSteps, type StandingRole } from '@app/domain';
import {
  mailDetail,
  mailsBehind,
  releaseMail,
  shutGates,
  stopMail,
  waitingMailCounts,
  type GateActor,
  type GateOutcome,
  type MailDetail,
  type MailGate,
} from '@app/persistence';
import type { z } from 'zod';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import { MailDeskBell } from '../command-gateway/mail-desk-bell';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import type { LazyDatabase } from '../lazy-database';
import { DATABASE } from '../tokens';
import type { gateActAnswer, gatesAnswer, releaseCheckAnswer, waitingAnswer } from './mail-gates.schemas';
import { MailNeeds } from './mail-needs';
import { seesAllMails } from './mail-pages';

const actors: readonly StandingRole[] = ['CO', 'SH', 'AD'];
const actorsOnEverything: readonly StandingRole[] = ['SH', 'AD'];
/** Mails that are asked one by one before a release; the others are asked when they leave. */
const mostChecked = 200;

/** Stops and releases mail, and says what waits and why. The Secretariat sees it; for others there is nothing here (NOT_FOUND). */
@Injectable()
export class MailGatesDesk {
  constructor(
    @Inject(DATABASE) private readonly db: LazyDatabase,
    private readonly needs: MailNeeds,
    private readonly bell: MailDeskBell,
  ) {}

  /** Gates that are shut. */
  async list(person: SignedIn): Promise<z.output<typeof gatesAnswer>> {
    refuseOthers(person);
    const items = (await shutGates(this.db)).map((one) => ({ ...one, closedAt: one.closedAt.toISOString() }));
    return { mayAct: holdsOneOf(person, actors), mayStopEverything: holdsOneOf(person, actorsOnEverything), items };
  }

  /** What waits and why, by rule and country. */
  async waiting(person: SignedIn): Promise<z.output<typeof waitingAnswer>> {
    refuseOthers(person);
    const items = (await waitingMailCounts(this.db)).map((one) => ({ ...one, since: one.since.toISOString() }));
    return { total: items.reduce((sum, { count }) => sum + count, 0), items };
  }

  /** What would leave, what is too old to make sense and what would go on waiting, if the gate were opened now. Writes nothing. */
  async check(person: SignedIn, gate: MailGate): Promise<z.output<typeof releaseCheckAnswer>> {
    refuseOthers(person);
    const { due, later, elsewhere } = await mailsBehind(this.db, gate, mostChecked);
    const needed: MailDetail[] = [];
    const whys = new Map<string, number>();
    const count = (why: string): void => void whys.set(why, (whys.get(why) ?? 0) + 1);
    for (const id of due.slice(0, mostChecked)) {
      const mail = await mailDetail(this.db, id);
      if (mail === undefined) continue;
      const why = await this.needs.whyNotNeeded(mail);
      if (why === undefined) needed.push(mail);
      else count(why);
    }
    const superseded = supersededOf(needed);
    for (let n = 0; n < superseded; n += 1) count('superseded');
    return {
      checked: Math.min(due.length, mostChecked),
      more: due.length > mostChecked,
      leaving: needed.length - superseded,
      notNeeded: [...whys].map(([why, number]) => ({ why, count: number })),
      later,
      elsewhere,
    };
  }

  /** Stops mail at once. Throws NOT_ALLOWED, KEY_REUSED. */
  async stop(call: CommandCall, gate: MailGate, reason: string): Promise<z.output<typeof gateActAnswer>> {
    this.refuse(call.person, gate);
    return answerOf(await this.db.transaction((tx) => stopMail(tx, gate, actorOf(call, reason))));
  }

  /** Lets stopped mail go again. Throws NOT_ALLOWED, KEY_REUSED. */
  async release(call: CommandCall, gate: MailGate, reason: string): Promise<z.output<typeof gateActAnswer>> {
    this.refuse(call.person, gate);
    const outcome = await this.db.transaction((tx) => releaseMail(tx, gate, actorOf(call, reason)));
    this.bell.ring();
    return answerOf(outcome);
  }

  private refuse(person: SignedIn, { scope }: MailGate): void {
    refuseOthers(person);
    if (!holdsOneOf(person, scope === 'everything' ? actorsOnEverything : actors)) throw new Problem('NOT_ALLOWED');
  }
}

function refuseOthers(person: SignedIn): void {
  if (!seesAllMails(person)) throw new Problem('NOT_FOUND');
}

function actorOf({ person, commandId }: CommandCall, reason: string): GateActor {
  return { key: commandId, door: person.via.kind === 'session' ? 'page' : 'api', personId: person.personId, reason };
}

function answerOf(outcome: GateOutcome): z.output<typeof gateActAnswer> {
  if (outcome.is === 'key-reused') throw new Problem('KEY_REUSED');
  return { changed: outcome.changed, waiting: outcome.waiting };
}

/** How many of these a later step of the same series for the same reader replaces. */
function supersededOf(mails: MailDetail[]): number {
  const byReader = new Map<string, MailDetail[]>();
  for (const mail of mails) byReader.set(mail.personId, [...(byReader.get(mail.personId) ?? []), mail]);
  return [...byReader.values()]
    .map((own) => supersededSteps(own.map(({ id, entity, intent }) => ({ ...intent, id, entity: `${entity.kind}/${entity.id}` }))).length)
    .reduce((sum, one) => sum + one, 0);
}
