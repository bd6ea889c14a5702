import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands of the stage `mou`. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class MouCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('accept-award')
  @ApiOperation({ summary: 'Accepts the award' })
  @HttpCode(200)
  acceptAward(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.AcceptAward }) body: ProjectBody<'AcceptAward'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'AcceptAward', body);
  }

  @Post('submit-mou-draft')
  @ApiOperation({ summary: 'Hands in a draft of the MoU' })
  @HttpCode(200)
  submitMouDraft(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.SubmitMouDraft }) body: ProjectBody<'SubmitMouDraft'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'SubmitMouDraft', body);
  }

  @Post('open-signing')
  @ApiOperation({ summary: 'Opens the MoU for signing' })
  @HttpCode(200)
  openSigning(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.OpenSigning }) body: ProjectBody<'OpenSigning'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'OpenSigning', body);
  }

  @Post('record-signature')
  @ApiOperation({ summary: 'Records the signature of a party' })
  @HttpCode(200)
  recordSignature(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.RecordSignature }) body: ProjectBody<'RecordSignature'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'RecordSignature', body);
  }

  @Post('grant-extension')
  @ApiOperation({ summary: 'Gives the parties more time to sign the MoU, within the limits of the policy' })
  @HttpCode(200)
  grantExtension(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.GrantExtension }) body: ProjectBody<'GrantExtension'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'GrantExtension', body);
  }
}
