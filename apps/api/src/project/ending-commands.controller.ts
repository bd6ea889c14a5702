import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands that end a project by decision, and that take up what has ended. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class EndingCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('decide-termination')
  @FreshSignIn()
  @ApiOperation({ summary: 'Decides the end of the project; a second person confirms, of a demonstration centre the council' })
  @HttpCode(200)
  decideTermination(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.DecideTermination }) body: ProjectBody<'DecideTermination'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'DecideTermination', body);
  }

  @Post('reinstate-project')
  @FreshSignIn()
  @ApiOperation({
    summary:
      'Lifts a termination, or takes up where it stood a project that was ended or whose approval has lapsed; a second person confirms',
  })
  @HttpCode(200)
  reinstateProject(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ReinstateProject }) body: ProjectBody<'ReinstateProject'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ReinstateProject', body);
  }

  @Post('un-withdraw')
  @FreshSignIn()
  @ApiOperation({ summary: 'Takes up an application that was withdrawn; a second person confirms' })
  @HttpCode(200)
  unWithdraw(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.UnWithdraw }) body: ProjectBody<'UnWithdraw'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'UnWithdraw', body);
  }
}
