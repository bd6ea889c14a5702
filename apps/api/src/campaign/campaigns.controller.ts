import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { campaignLines, campaignTotals, campaignYears, type CampaignLine, type CampaignQuery, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { cursorOf, listMark, positionOf } from '../http/cursor';
import { seesAllMails } from '../notification/mail-pages';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { DATABASE } from '../tokens';
import { campaignAnswer, campaignQuery, campaignYear, campaignYearsAnswer, remindCheckAnswer, remindCheckBody } from './campaign.schemas';
import { RemindCheck } from './remind-check';

type Query = z.output<typeof campaignQuery>;

const usualLimit = 50;

/** The yearly campaign of annual reports. */
@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly remind: RemindCheck,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the years for which annual reports are owed' })
  @ApiOkResponse({ standardSchema: campaignYearsAnswer })
  async campaigns(@CurrentPerson() person: SignedIn): Promise<z.output<typeof campaignYearsAnswer>> {
    const years = await campaignYears(this.db, actorOf(person));
    return { items: years.map((one) => ({ ...one, opensAt: one.opensAt.toISOString() })) };
  }

  @Get(':year')
  @ApiOperation({ summary: 'Lists who owes the report of a year, what each did and was told' })
  @ApiOkResponse({ standardSchema: campaignAnswer })
  async campaign(
    @CurrentPerson() person: SignedIn,
    @Param('year', { schema: campaignYear }) year: number,
    @Query({ schema: campaignQuery }) query: Query,
  ): Promise<z.output<typeof campaignAnswer>> {
    const wanted = { ...queryOf(year, query), ...(seesAllMails(person) ? {} : { mailsTo: person.personId }) };
    const lines = await campaignLines(this.db, actorOf(person), wanted);
    const page = lines.slice(0, wanted.limit);
    const last = page.at(-1);
    const at = last === undefined ? undefined : { sort: wanted.sort, key: last.sortKey, id: last.projectId, of: markOf(year, query) };
    return {
      year,
      totals: await campaignTotals(this.db, actorOf(person), wanted),
      items: page.map(lineOf),
      next: lines.length > wanted.limit && at !== undefined ? cursorOf(at) : null,
    };
  }

  @Post(':year/remind-check')
  @ApiOperation({ summary: 'Says of each chosen project whether a reminder would leave now, to whom, or why not' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: remindCheckAnswer })
  async checkReminders(
    @CurrentPerson() person: SignedIn,
    @Param('year', { schema: campaignYear }) year: number,
    @ReaderLanguage() language: SpokenLanguage,
    @Body({ schema: remindCheckBody }) { projectIds }: z.output<typeof remindCheckBody>,
  ): Promise<z.output<typeof remindCheckAnswer>> {
    if (!holdsOneOf(person, ['CO', 'SH'])) throw new Problem('NOT_ALLOWED');
    return { items: await this.remind.check(person, { year, projectIds }, language) };
  }
}

function markOf(year: number, { cursor: _cursor, limit: _limit, sort: _sort, ...filters }: Query): string {
  return listMark('campaign', { ...filters, year });
}

function queryOf(year: number, query: Query): CampaignQuery & { limit: number } {
  const { state, officer, cursor, limit, sort, ...rest } = query;
  const after = cursor === undefined ? undefined : positionOf(cursor, sort, { of: markOf(year, query), byInstant: sort.endsWith('due') });
  const wanted = { ...rest, states: state, officerId: officer, after };
  const given = Object.fromEntries(Object.entries(wanted).filter(([, one]) => one !== undefined));
  return { ...(given as Partial<CampaignQuery>), year, sort, limit: limit ?? usualLimit };
}

function lineOf({ sortKey: _key, mails, ...line }: CampaignLine): z.output<typeof campaignAnswer>['items'][number] {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    ...line,
    opensAt: line.opensAt.toISOString(),
    endsAt: iso(line.endsAt),
    submittedAt: iso(line.submittedAt),
    acceptedAt: iso(line.acceptedAt),
    warnedAt: iso(line.warnedAt),
    mails: mails.map((mail) => ({ ...mail, at: new Date(mail.at).toISOString() })),
  };
}
