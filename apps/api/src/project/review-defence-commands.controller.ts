import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands of the defence. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class ReviewDefenceCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('schedule-defence')
  @ApiOperation({ summary: 'Schedules the defence' })
  @HttpCode(200)
  scheduleDefence(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ScheduleDefence }) body: ProjectBody<'ScheduleDefence'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ScheduleDefence', body);
  }

  @Post('record-defence')
  @ApiOperation({ summary: 'Records the result of the defence' })
  @HttpCode(200)
  recordDefence(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.RecordDefence }) body: ProjectBody<'RecordDefence'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'RecordDefence', body);
  }
}
