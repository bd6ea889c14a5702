import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands of the stage `construction`. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class ConstructionCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('record-kick-off')
  @ApiOperation({ summary: 'Records the kick-off' })
  @HttpCode(200)
  recordKickOff(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.RecordKickOff }) body: ProjectBody<'RecordKickOff'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'RecordKickOff', body);
  }

  @Post('update-forecast')
  @ApiOperation({ summary: 'Changes when a milestone is expected' })
  @HttpCode(200)
  updateForecast(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.UpdateForecast }) body: ProjectBody<'UpdateForecast'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'UpdateForecast', body);
  }

  @Post('submit-evidence')
  @ApiOperation({ summary: 'Hands in evidence for a milestone' })
  @HttpCode(200)
  submitEvidence(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.SubmitEvidence }) body: ProjectBody<'SubmitEvidence'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'SubmitEvidence', body);
  }

  @Post('accept-evidence')
  @ApiOperation({ summary: 'Accepts the evidence for a milestone' })
  @HttpCode(200)
  acceptEvidence(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.AcceptEvidence }) body: ProjectBody<'AcceptEvidence'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'AcceptEvidence', body);
  }

  @Post('submit-self-evaluation')
  @ApiOperation({ summary: 'Hands in the self-evaluation report' })
  @HttpCode(200)
  submitSelfEvaluation(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.SubmitSelfEvaluation }) body: ProjectBody<'SubmitSelfEvaluation'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'SubmitSelfEvaluation', body);
  }

  @Post('record-acceptance')
  @ApiOperation({ summary: 'Records the result of the acceptance' })
  @HttpCode(200)
  recordAcceptance(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.RecordAcceptance }) body: ProjectBody<'RecordAcceptance'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'RecordAcceptance', body);
  }
}
