import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** What the Secretariat does to planned mails: skip one, send one now, snooze a date, pause and resume a series, and undo each of these. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class PlanningCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('skip-occurrence')
  @ApiOperation({ summary: 'Leaves out one planned mail' })
  @HttpCode(200)
  skipOccurrence(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.SkipOccurrence }) body: ProjectBody<'SkipOccurrence'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'SkipOccurrence', body);
  }

  @Post('send-now')
  @ApiOperation({ summary: 'Sends a planned mail now, or one extra reminder' })
  @HttpCode(200)
  sendNow(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.SendNow }) body: ProjectBody<'SendNow'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'SendNow', body);
  }

  @Post('snooze')
  @ApiOperation({ summary: 'Puts a date off by some working days' })
  @HttpCode(200)
  snooze(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.Snooze }) body: ProjectBody<'Snooze'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'Snooze', body);
  }

  @Post('change-deadline')
  @ApiOperation({ summary: 'Gives a deadline another date' })
  @HttpCode(200)
  changeDeadline(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ChangeDeadline }) body: ProjectBody<'ChangeDeadline'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ChangeDeadline', body);
  }

  @Post('pause-series')
  @ApiOperation({ summary: 'Pauses all reminders of a date' })
  @HttpCode(200)
  pauseSeries(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.PauseSeries }) body: ProjectBody<'PauseSeries'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'PauseSeries', body);
  }

  @Post('resume-series')
  @ApiOperation({ summary: 'Goes on with the reminders of a date' })
  @HttpCode(200)
  resumeSeries(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ResumeSeries }) body: ProjectBody<'ResumeSeries'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ResumeSeries', body);
  }

  @Post('undo-intervention')
  @ApiOperation({ summary: 'Takes back what was done to planned mails' })
  @HttpCode(200)
  undoIntervention(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.UndoIntervention }) body: ProjectBody<'UndoIntervention'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'UndoIntervention', body);
  }
}
