import { Inject, Injectable } from '@nestjs/common';
import { formalZone, noticeParity, requiredDocuments, type NoticeText, type PartyRole, type Policy } from '@app/domain';
import { callMaterialsOf, noticeLines, publicCalls, type NoticeLine, type PublicCallLine, type Sql } from '@app/persistence';
import type { z } from 'zod';
import { RuleRoom } from '../commands/rule-room';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import type { publicCall, publicCallList } from './public.schemas';

type PublicCall = z.output<typeof publicCall>;
type Notices = Partial<Record<'zh' | 'en', NoticeText>>;

/** Published calls as everybody may read them; nobody needs to be known for that, and nothing depends on who asks. */
@Injectable()
export class PublicCalls {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
  ) {}

  /** All published calls. */
  async list(): Promise<z.output<typeof publicCallList>> {
    const calls = await publicCalls(this.db);
    return { items: await Promise.all(calls.map(async (call) => lineOf(call, await this.notices(call.id)))) };
  }

  /** One published call. Throws NOT_FOUND for any other, whether it exists or not. */
  async one(code: string): Promise<PublicCall> {
    const [call] = await publicCalls(this.db, code);
    if (call === undefined) throw new Problem('NOT_FOUND');
    const notices = await this.notices(call.id);
    const { policy } = await this.rules.setting(call.policyVersion);
    return {
      ...lineOf(call, notices),
      notices: (['zh', 'en'] as const).flatMap((language) => {
        const text = notices[language];
        return text === undefined ? [] : [{ language, title: text.title, paragraphs: text.paragraphs }];
      }),
      differences: notices.zh === undefined || notices.en === undefined ? [] : noticeParity(notices.zh, notices.en),
      contact: { zh: contactLines(notices.zh), en: contactLines(notices.en) },
      eligibility: eligibilityOf(policy),
      documents: requiredDocuments({ parties: Object.keys(partsOf(policy)).map((role) => ({ role: role as PartyRole })) }),
      publicNotice: await this.publicNotice(call),
    };
  }

  private async notices(callId: string): Promise<Notices> {
    const written = await callMaterialsOf(this.db, callId);
    return Object.fromEntries(written.filter((one) => isNotice(one.content)).map((one) => [one.language, one.content]));
  }

  private async publicNotice(call: PublicCallLine): Promise<PublicCall['publicNotice']> {
    if (call.subState !== 'public-notice' || call.noticeStartedOn === null || call.noticeEndsAt === null) return null;
    const projects = (await noticeLines(this.db, call.id)).map(projectOf);
    return { startedOn: call.noticeStartedOn, endsAt: call.noticeEndsAt.toISOString(), ended: call.noticeEnded, projects };
  }
}

function isNotice(content: unknown): content is NoticeText {
  const { title, paragraphs } = content as Partial<NoticeText>;
  return typeof title === 'string' && Array.isArray(paragraphs);
}

const shown: Record<string, PublicCall['state']> = { closed: 'in-review', reviewing: 'in-review', deciding: 'in-review' };

function lineOf(call: PublicCallLine, notices: Notices): z.output<typeof publicCallList>['items'][number] {
  return {
    code: call.code,
    programme: call.programme,
    year: call.year,
    state: shown[call.subState] ?? (call.subState as PublicCall['state']),
    opensAt: call.opensAt.toISOString(),
    closesAt: call.closesAt.toISOString(),
    zone: formalZone,
    announcedOn: call.announcedOn,
    title: { zh: notices.zh?.title ?? null, en: notices.en?.title ?? null },
  };
}

/** Lines with a telephone number or a mail address, and the address and organizer that stand right beside them. */
function contactLines(notice: NoticeText | undefined): string[] {
  const lines = notice?.paragraphs ?? [];
  const reaches = lines.map((line) => line.length < 200 && /[\w.+-]+@[\w-]+\.\w|\+\d[\d-]{6,}\d/.test(line));
  const [first, last] = [reaches.indexOf(true), reaches.lastIndexOf(true)];
  if (first < 0) return [];
  return lines.slice(Math.max(0, first - 1), last + 2).filter((line) => line.length < 200);
}

function partsOf({ eligibility }: Policy): Record<string, number> {
  return Object.fromEntries(Object.entries(eligibility.minParties).filter(([, count]) => count > 0));
}

function eligibilityOf(policy: Policy): PublicCall['eligibility'] {
  const { leadCountries, hostCountries, leadKinds, minCountries, enterpriseMustOperateInMekong } = policy.eligibility;
  return { leadCountries, hostCountries, leadKinds, parties: partsOf(policy), minCountries, enterpriseMustOperateInMekong };
}

function projectOf(line: NoticeLine): NonNullable<PublicCall['publicNotice']>['projects'][number] {
  return {
    number: line.number,
    title: { zh: line.titleZh, en: line.titleEn },
    lead: { zh: line.leadZh, en: line.leadEn },
    host: { zh: line.hostZh, en: line.hostEn },
    hostCountry: line.hostCountry,
    partners: line.partners,
    type: line.type,
  };
}
