import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { entityId } from '../http/params';
import { CallRanking } from './call-ranking';
import { callDecision, callOutcome, callRanking, rankingQuery } from './call-ranking.schemas';

/** The ranking of a call, the decision on it and what became public, for the Secretariat, the council and the panel's chair. */
@ApiTags('calls')
@Controller('calls/:id')
export class CallRankingController {
  constructor(private readonly rankings: CallRanking) {}

  @Get('ranking')
  @ApiOperation({ summary: 'Shows the ranking with its cut line and the reason behind each tie' })
  @ApiOkResponse({ standardSchema: callRanking })
  callRanking(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Query({ schema: rankingQuery }) query: z.output<typeof rankingQuery>,
  ): Promise<z.output<typeof callRanking>> {
    return this.rankings.ranking(person, id, query);
  }

  @Get('decision')
  @ApiOperation({ summary: 'Shows the batch that the council decides on' })
  @ApiOkResponse({ standardSchema: callDecision })
  callDecision(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof callDecision>> {
    return this.rankings.decision(person, id);
  }

  @Get('outcome')
  @ApiOperation({ summary: 'Shows the public notice, the announcement and the reserve list' })
  @ApiOkResponse({ standardSchema: callOutcome })
  callOutcome(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof callOutcome>> {
    return this.rankings.outcome(person, id);
  }
}
