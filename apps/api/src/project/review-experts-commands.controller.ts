import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands of the expert review. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class ReviewExpertsCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('propose-experts')
  @ApiOperation({ summary: 'Proposes experts' })
  @HttpCode(200)
  proposeExperts(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ProposeExperts }) body: ProjectBody<'ProposeExperts'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ProposeExperts', body);
  }

  @Post('invite-expert')
  @ApiOperation({ summary: 'Invites an expert' })
  @HttpCode(200)
  inviteExpert(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.InviteExpert }) body: ProjectBody<'InviteExpert'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'InviteExpert', body);
  }

  @Post('accept-invitation')
  @ApiOperation({ summary: 'Accepts the invitation to judge' })
  @HttpCode(200)
  acceptInvitation(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.AcceptInvitation }) body: ProjectBody<'AcceptInvitation'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'AcceptInvitation', body);
  }

  @Post('declare-no-conflict')
  @ApiOperation({ summary: 'Declares that there is no conflict of interest' })
  @HttpCode(200)
  declareNoConflict(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.DeclareNoConflict }) body: ProjectBody<'DeclareNoConflict'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'DeclareNoConflict', body);
  }

  @Post('submit-scores')
  @ApiOperation({ summary: 'Hands in the score sheet' })
  @HttpCode(200)
  submitScores(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.SubmitScores }) body: ProjectBody<'SubmitScores'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'SubmitScores', body);
  }
}
