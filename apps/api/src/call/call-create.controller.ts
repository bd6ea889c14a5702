import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandAnswer, type CommandAnswer } from '../commands/command-answer';
import { callCommandBodies as bodies, type CallBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { CallCommands } from './call-commands';

/** Creates a call. */
@ApiTags('call commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('calls')
export class CallCreateController {
  constructor(private readonly commands: CallCommands) {}

  @Post()
  @ApiOperation({ summary: 'Makes a call' })
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: commandAnswer })
  createCall(@GivenCommand() call: CommandCall, @Body({ schema: bodies.CreateCall }) body: CallBody<'CreateCall'>): Promise<CommandAnswer> {
    return this.commands.create(call, body);
  }
}
