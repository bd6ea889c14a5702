import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { apiTokensOf, createApiToken, revokeApiToken, type ApiTokenRow, type Sql } from '@app/persistence';
import type { z } from 'zod';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import { CurrentPerson } from './current-person.decorator';
import { FreshSignIn } from './fresh-sign-in';
import { Access } from './route-access';
import { tokenBody } from './session.schemas';
import type { SignedIn } from './signed-in';

/** API tokens of the signed-in person: opaque, limited by scope and time, shown once. */
@ApiTags('session')
@Controller('tokens')
@Access('session-only')
export class ApiTokensController {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  @Get()
  @ApiOperation({ summary: 'Lists the own live API tokens, without their secrets' })
  @ApiOkResponse({ description: 'Live tokens, without their secrets' })
  list(@CurrentPerson() person: SignedIn): Promise<ApiTokenRow[]> {
    return apiTokensOf(this.db, person.personId);
  }

  @Post()
  @FreshSignIn()
  @ApiOperation({ summary: 'Makes an API token; its secret is shown this once' })
  @HttpCode(201)
  @ApiCreatedResponse({ description: 'The token with its secret, which is never shown again' })
  create(
    @CurrentPerson() person: SignedIn,
    @Body({ schema: tokenBody }) body: z.output<typeof tokenBody>,
  ): Promise<{ id: string; secret: string }> {
    return createApiToken(this.db, { ...body, personId: person.personId });
  }

  @Delete(':tokenId')
  @ApiOperation({ summary: 'Ends one of the own API tokens' })
  @HttpCode(204)
  async revoke(@CurrentPerson() person: SignedIn, @Param('tokenId', ParseUUIDPipe) id: string): Promise<void> {
    if (!(await revokeApiToken(this.db, person.personId, id))) throw new Problem('NOT_FOUND');
  }
}
