import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { callCommandBodies as bodies, type CallBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { CallCommands } from './call-commands';
import { entityId } from '../http/params';

/** Commands of a call. */
@ApiTags('call commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('calls/:id/commands')
export class CallCommandsController {
  constructor(private readonly commands: CallCommands) {}

  @Post('publish-call')
  @ApiOperation({ summary: 'Publishes the call' })
  @HttpCode(200)
  publishCall(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.PublishCall }) body: CallBody<'PublishCall'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'PublishCall', body);
  }

  @Post('fix-ranking')
  @ApiOperation({ summary: 'Fixes the ranking' })
  @HttpCode(200)
  fixRanking(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.FixRanking }) body: CallBody<'FixRanking'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'FixRanking', body);
  }

  @Post('prepare-proposal')
  @ApiOperation({ summary: 'Prepares the proposal for the council' })
  @HttpCode(200)
  prepareProposal(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.PrepareProposal }) body: CallBody<'PrepareProposal'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'PrepareProposal', body);
  }

  @Post('decide-proposal')
  @ApiOperation({ summary: 'Records the council’s decision on the proposal' })
  @HttpCode(200)
  decideProposal(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.DecideProposal }) body: CallBody<'DecideProposal'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'DecideProposal', body);
  }

  @Post('start-public-notice')
  @ApiOperation({ summary: 'Starts the public notice' })
  @HttpCode(200)
  startPublicNotice(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.StartPublicNotice }) body: CallBody<'StartPublicNotice'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'StartPublicNotice', body);
  }

  @Post('announce-projects')
  @ApiOperation({ summary: 'Announces the projects, with their reference numbers' })
  @HttpCode(200)
  announceProjects(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.AnnounceProjects }) body: CallBody<'AnnounceProjects'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'AnnounceProjects', body);
  }
}
