import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { callCommandBodies as bodies, type CallBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { CallCommands } from './call-commands';
import { entityId } from '../http/params';

/** The second pair of eyes for commands of a call. */
@ApiTags('call commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('calls/:id/commands')
export class CallControlCommandsController {
  constructor(private readonly commands: CallCommands) {}

  @Post('confirm-proposal')
  @ApiOperation({ summary: 'Confirms what a colleague proposed about the call' })
  @HttpCode(200)
  confirmCallProposal(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ConfirmProposal }) body: CallBody<'ConfirmProposal'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ConfirmProposal', body);
  }

  @Post('reject-proposal')
  @ApiOperation({ summary: 'Rejects what a colleague proposed about the call' })
  @HttpCode(200)
  rejectCallProposal(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.RejectProposal }) body: CallBody<'RejectProposal'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'RejectProposal', body);
  }
}
