import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands of the annual report. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class AnnualReportCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('submit-report')
  @ApiOperation({ summary: 'Hands in the annual report' })
  @HttpCode(200)
  submitReport(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.SubmitReport }) body: ProjectBody<'SubmitReport'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'SubmitReport', body);
  }

  @Post('accept-report')
  @ApiOperation({ summary: 'Accepts the annual report' })
  @HttpCode(200)
  acceptReport(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.AcceptReport }) body: ProjectBody<'AcceptReport'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'AcceptReport', body);
  }
}
