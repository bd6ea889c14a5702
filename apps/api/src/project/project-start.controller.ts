import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandAnswer, type CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';

/** Starts a project as a draft application, or takes the record of one that ran before. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects')
export class ProjectStartController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post()
  @ApiOperation({ summary: 'Starts an application to an open call' })
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: commandAnswer })
  startApplication(
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.StartApplication }) body: ProjectBody<'StartApplication'>,
  ): Promise<CommandAnswer> {
    return this.commands.start(call, body);
  }

  @Post('imported')
  @ApiOperation({ summary: 'Takes over the record of an earlier project' })
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: commandAnswer })
  importRecord(
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ImportRecord }) body: ProjectBody<'ImportRecord'>,
  ): Promise<CommandAnswer> {
    return this.commands.importRecord(call, body);
  }
}
