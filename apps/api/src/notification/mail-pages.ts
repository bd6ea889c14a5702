import { Inject, Injectable } from '@nestjs/common';
import type { StandingRole } from '@app/domain';
import {
  digestMembers,
  listMails,
  mailActs,
  mailDetail,
  type MailDetail,
  type MailLogLine,
  type MailQuery,
  type MailTry,
  type Sql,
} from '@app/persistence';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { toldReason, type ToldReason } from '../errors/told-reason';
import { cursorOf, listMark, positionOf } from '../http/cursor';
import { DATABASE } from '../tokens';
import { mailContent, type MailContent } from './mail-content';
import { MailNeeds, whyNotWaiting } from './mail-needs';
import type { mailAnswer, mailListQuery, mailPage } from './mails.schemas';

type Query = z.output<typeof mailListQuery>;
type Answer = z.output<typeof mailAnswer>;

const seeAll: readonly StandingRole[] = ['CO', 'SH', 'AR', 'AD', 'AU'];
const act: readonly StandingRole[] = ['CO', 'SH', 'AD'];
const usualLimit = 50;
const nothingFrozen: MailContent = { text: null, html: null, headers: [], attachments: [] };

/** Whether somebody sees all mails; everybody else sees those addressed to him. */
export function seesAllMails(person: SignedIn): boolean {
  return holdsOneOf(person, seeAll);
}

/** Whether somebody may act on mails. */
export function actsOnMails(person: SignedIn): boolean {
  return holdsOneOf(person, act);
}

/** The mail log as one person may see it. */
@Injectable()
export class MailPages {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly needs: MailNeeds,
  ) {}

  /** One page of the log. */
  async list(person: SignedIn, query: Query): Promise<z.output<typeof mailPage>> {
    const wanted = queryOf(query, seesAllMails(person) ? undefined : person.personId);
    const lines = await listMails(this.db, wanted);
    const page = lines.slice(0, wanted.limit);
    const last = page.at(-1);
    const next =
      lines.length > wanted.limit && last !== undefined
        ? cursorOf({ sort: wanted.sort, key: last.sortKey, id: last.id, of: markOf(query) })
        : null;
    return { items: page.map(lineOf), next };
  }

  /** A mail the reader may see, with everything the rules need. Throws NOT_FOUND. */
  async read(person: SignedIn, id: string): Promise<MailDetail> {
    const mail = await mailDetail(this.db, id);
    if (mail === undefined || !(seesAllMails(person) || mail.personId === person.personId)) throw new Problem('NOT_FOUND');
    return mail;
  }

  /** The exact mail with all that became of it. Throws NOT_FOUND. */
  async detail(person: SignedIn, id: string, language: SpokenLanguage): Promise<Answer> {
    const mail = await this.read(person, id);
    const all = seesAllMails(person);
    const content = mail.raw === null ? nothingFrozen : await mailContent(mail.raw, { own: mail.personId === person.personId });
    return {
      ...lineOf(mail),
      nextTryAt: mail.nextTryAt?.toISOString() ?? null,
      insteadOf: mail.insteadOf,
      delivery: deliveryOf(mail),
      template: mail.template === null ? null : { version: mail.template.version, instead: mail.template.instead ?? null },
      ...content,
      members: mail.delivery === null ? [] : await digestMembers(this.db, mail.delivery.id, id),
      tries: mail.tries.map((one) => tryOf(one, all)),
      acts: all
        ? (await mailActs(this.db, id)).map(({ act: kind, personName, at, reason }) => ({
            act: kind,
            personName,
            at: at.toISOString(),
            reason,
          }))
        : [],
      may: actsOnMails(person) ? await this.mayDo(mail, language, person.roles.includes('SH')) : null,
    };
  }

  private async because(mail: MailDetail, code: string, language: SpokenLanguage): Promise<{ because?: ToldReason }> {
    const reason = await this.needs.grounds(mail, 'send-again', code);
    return reason === undefined ? {} : { because: toldReason(reason, language) };
  }

  private async mayDo(mail: MailDetail, language: SpokenLanguage, isHead: boolean): Promise<Answer['may']> {
    const why = await this.needs.whyNotAgain(mail);
    const sendAgain =
      why === undefined
        ? { possible: true, code: null, sentence: null }
        : {
            ...{ possible: false, code: why.code, sentence: problemSentence(why.code, language, why.values).says },
            ...(await this.because(mail, why.code, language)),
          };
    const waits = whyNotWaiting(mail) === undefined;
    return {
      sendAgain,
      skip: waits && (mail.class !== 'letter' || isHead),
      sendNow: waits,
      reword: waits && (mail.class !== 'letter' || isHead),
      decide: mail.state === 'uncertain',
      correctAddress: mail.state === 'failed',
    };
  }
}

function markOf({ cursor: _cursor, limit: _limit, sort: _sort, ...filters }: Query): string {
  return listMark('mails', filters);
}

function queryOf(query: Query, ofPerson: string | undefined): MailQuery {
  const { word, project, call, person, cursor, limit, sort, ...rest } = query;
  const wanted = {
    ...rest,
    words: word,
    projectId: project,
    callId: call,
    personId: person,
    ofPerson,
    after: cursor === undefined ? undefined : positionOf(cursor, sort, { of: markOf(query), byInstant: true }),
  };
  const given = Object.fromEntries(Object.entries(wanted).filter(([, one]) => one !== undefined));
  return { ...(given as Partial<MailQuery>), sort, limit: limit ?? usualLimit };
}

function lineOf(line: MailLogLine | MailDetail): z.output<typeof mailPage>['items'][number] {
  const { id, entityKind, entityId, reference, notification, class: kind, personId, personName, country, role, copy, word } = line;
  const { heldBy, why, attempts, sendAfter, doneAt, subject } = line;
  return {
    ...{
      id,
      entityKind,
      entityId,
      reference,
      notification,
      class: kind,
      personId,
      personName,
      country,
      role,
      copy,
      word,
      heldBy,
      why,
      attempts,
      subject,
    },
    sendAfter: sendAfter.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
  };
}

function deliveryOf({ delivery, state }: MailDetail): Answer['delivery'] {
  if (delivery === null || state === 'held') return null;
  const { messageId, address, language, frozenAt, sentAt } = delivery;
  return { messageId, address, language, frozenAt: isoOf(frozenAt), sentAt: isoOf(sentAt) };
}

function isoOf(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function tryOf({ at, word, code, responseCode, response }: MailTry, all: boolean): Answer['tries'][number] {
  return {
    at: new Date(at).toISOString(),
    word,
    code: code ?? null,
    responseCode: responseCode ?? null,
    response: all ? (response ?? null) : null,
  };
}
