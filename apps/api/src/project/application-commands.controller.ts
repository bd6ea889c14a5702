import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands of the stage `application`. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class ApplicationCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('submit-application')
  @ApiOperation({ summary: 'Hands in the application' })
  @HttpCode(200)
  submitApplication(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.SubmitApplication }) body: ProjectBody<'SubmitApplication'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'SubmitApplication', body);
  }

  @Post('withdraw-application')
  @ApiOperation({ summary: 'Withdraws the application' })
  @HttpCode(200)
  withdrawApplication(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.WithdrawApplication }) body: ProjectBody<'WithdrawApplication'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'WithdrawApplication', body);
  }
}
