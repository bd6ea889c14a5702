import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands of the formal check. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class ReviewCheckCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('assign-officer')
  @ApiOperation({ summary: 'Assigns the case officer' })
  @HttpCode(200)
  assignOfficer(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.AssignOfficer }) body: ProjectBody<'AssignOfficer'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'AssignOfficer', body);
  }

  @Post('record-check-item')
  @ApiOperation({ summary: 'Records the answer to one item of the formal check' })
  @HttpCode(200)
  recordCheckItem(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.RecordCheckItem }) body: ProjectBody<'RecordCheckItem'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'RecordCheckItem', body);
  }

  @Post('accept-application')
  @ApiOperation({ summary: 'Accepts the application for review' })
  @HttpCode(200)
  acceptApplication(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.AcceptApplication }) body: ProjectBody<'AcceptApplication'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'AcceptApplication', body);
  }

  @Post('return-for-correction')
  @ApiOperation({ summary: 'Returns the application for correction, with one list of defects' })
  @HttpCode(200)
  returnForCorrection(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ReturnForCorrection }) body: ProjectBody<'ReturnForCorrection'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ReturnForCorrection', body);
  }

  @Post('resubmit-correction')
  @ApiOperation({ summary: 'Hands in the corrected application' })
  @HttpCode(200)
  resubmitCorrection(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ResubmitCorrection }) body: ProjectBody<'ResubmitCorrection'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ResubmitCorrection', body);
  }
}
