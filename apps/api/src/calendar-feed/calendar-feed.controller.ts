import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { calendarFeedPerson, openTasksOf, tellCalendar, type TransactionSource } from '@app/persistence';
import { languageOf, type Config } from '@app/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { Access } from '../auth/route-access';
import { actorOf } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { CONFIG, DATABASE } from '../tokens';
import { feedDate, feedFile } from './feed-file';

const feedAddress = z.strictObject({ file: z.string().regex(/^[\w-]{43}\.ics$/) });
const datesShown = 500;

/** A person's dates for his calendar, under a secret address that he can end. */
@ApiTags('tasks')
@Access('open')
@Controller('calendar')
export class CalendarFeedController {
  constructor(
    @Inject(DATABASE) private readonly db: TransactionSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':file')
  @ApiOperation({ summary: 'Gives a person’s dates as an iCalendar file' })
  @ApiOkResponse({ description: 'The calendar', content: { 'text/calendar': { schema: { type: 'string' } } } })
  async calendar(
    @Param({ schema: feedAddress }) { file }: z.output<typeof feedAddress>,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | undefined> {
    const person = await calendarFeedPerson(this.db, file.replace(/\.ics$/, ''));
    if (person === undefined) throw new Problem('NOT_FOUND');
    const { publicUrl } = this.config.http;
    const language = languageOf(undefined, person.language);
    const { rows } = await openTasksOf(this.db, actorOf(person), datesShown);
    const wanted = rows.flatMap((row) => feedDate(row, language, publicUrl) ?? []);
    const content = feedFile(await tellCalendar(this.db, person.personId, wanted), language, new URL(publicUrl).hostname);
    const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
    response.set({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-cache',
      ETag: etag,
    });
    if (known !== etag) return content;
    response.status(304);
    return undefined;
  }
}
