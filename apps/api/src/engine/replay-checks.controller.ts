import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { listReplayChecks, type Sql } from '@app/persistence';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { DATABASE } from '../tokens';
import { refuseUnlessReader, refuseUnlessRepairer } from './engine-rights';
import { answerOf, ReplayCheckDesk } from './replay-check-desk';
import { replayCheckAnswer, replayCheckBody, replayCheckPage } from './replay-checks.schemas';

const shown = 20;

/** Whether what was recorded still replays: on the running build, or on one that is to be deployed. */
@ApiTags('engine')
@Controller('engine/replay-checks')
export class ReplayChecksController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly desk: ReplayCheckDesk,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the last replay checks' })
  @ApiOkResponse({ standardSchema: replayCheckPage })
  async listReplayChecks(@CurrentPerson() person: SignedIn): Promise<z.output<typeof replayCheckPage>> {
    refuseUnlessReader(person);
    return { items: (await listReplayChecks(this.db, shown)).map(answerOf) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Shows one replay check: how far it has come, what differs' })
  @ApiOkResponse({ standardSchema: replayCheckAnswer })
  async replayCheck(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof replayCheckAnswer>> {
    refuseUnlessReader(person);
    return this.desk.read(id);
  }

  @Post()
  @ApiOperation({ summary: 'Has every open and archived run of a project, or of all, replayed; the answer tells where to look' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: replayCheckAnswer })
  async startReplayCheck(
    @GivenCommand() call: CommandCall,
    @Body({ schema: replayCheckBody }) body: z.output<typeof replayCheckBody>,
  ): Promise<z.output<typeof replayCheckAnswer>> {
    refuseUnlessRepairer(call.person);
    return this.desk.ask(call, body);
  }
}
