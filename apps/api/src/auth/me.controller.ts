import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { calendarFeedSince, closeCalendarFeed, openCalendarFeed, storePreferences, type Sql } from '@app/persistence';
import type { Config } from '@app/platform';
import type { z } from 'zod';
import { Problem } from '../errors/problem';
import { CONFIG, DATABASE } from '../tokens';
import { CurrentPerson } from './current-person.decorator';
import { meOf } from './me';
import { Access } from './route-access';
import { calendarFeedAnswer, meAnswer, newCalendarFeed, preferencesBody } from './session.schemas';
import type { SignedIn } from './signed-in';

/** Who is signed in. */
@ApiTags('session')
@Controller('me')
export class MeController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Says who is signed in, with roles and preferences' })
  @ApiOkResponse({ standardSchema: meAnswer })
  me(@CurrentPerson() person: SignedIn): z.output<typeof meAnswer> {
    return meOf(person);
  }

  @Put('preferences')
  @ApiOperation({ summary: 'Saves language, time zone and daily digest of the signed-in person' })
  @Access('session-only')
  @ApiOkResponse({ standardSchema: meAnswer })
  async setPreferences(
    @CurrentPerson() person: SignedIn,
    @Body({ schema: preferencesBody }) body: z.output<typeof preferencesBody>,
  ): Promise<z.output<typeof meAnswer>> {
    await storePreferences(this.db, person.personId, body);
    return meOf({ ...person, ...body });
  }

  @Get('calendar-feed')
  @ApiOperation({ summary: 'Says since when the own calendar feed exists; its secret address is never shown again' })
  @Access('session-only')
  @ApiOkResponse({ standardSchema: calendarFeedAnswer })
  async calendarFeed(@CurrentPerson() person: SignedIn): Promise<z.output<typeof calendarFeedAnswer>> {
    return { since: (await calendarFeedSince(this.db, person.personId))?.toISOString() ?? null };
  }

  @Post('calendar-feed')
  @ApiOperation({ summary: 'Opens the own calendar feed under a new secret address; the address before ends' })
  @HttpCode(201)
  @Access('session-only')
  @ApiCreatedResponse({ standardSchema: newCalendarFeed })
  async renewCalendarFeed(@CurrentPerson() person: SignedIn): Promise<z.output<typeof newCalendarFeed>> {
    const secret = await openCalendarFeed(this.db, person.personId);
    return { url: `${this.config.http.publicUrl}/api/calendar/${secret}.ics` };
  }

  @Delete('calendar-feed')
  @ApiOperation({ summary: 'Ends the own calendar feed' })
  @HttpCode(204)
  @Access('session-only')
  @ApiNoContentResponse()
  async revokeCalendarFeed(@CurrentPerson() person: SignedIn): Promise<void> {
    if (!(await closeCalendarFeed(this.db, person.personId))) throw new Problem('NOT_FOUND');
  }
}
