import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands at any time: hold and resume, back to an earlier step, and the second pair of eyes. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class ControlCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('hold')
  @ApiOperation({ summary: 'Holds the project; its clocks stop' })
  @HttpCode(200)
  hold(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.Hold }) body: ProjectBody<'Hold'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'Hold', body);
  }

  @Post('resume')
  @ApiOperation({ summary: 'Resumes the project; its clocks go on with the time that was left' })
  @HttpCode(200)
  resume(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.Resume }) body: ProjectBody<'Resume'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'Resume', body);
  }

  @Post('rewind')
  @FreshSignIn()
  @ApiOperation({ summary: 'Takes the project back to an earlier step; a second person confirms' })
  @HttpCode(200)
  rewind(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.Rewind }) body: ProjectBody<'Rewind'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'Rewind', body);
  }

  @Post('undo-rewind')
  @FreshSignIn()
  @ApiOperation({ summary: 'Undoes the last rewind: the project stands again where it stood; a second person confirms' })
  @HttpCode(200)
  undoRewind(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.UndoRewind }) body: ProjectBody<'UndoRewind'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'UndoRewind', body);
  }

  @Post('skip')
  @FreshSignIn()
  @ApiOperation({ summary: 'Leaves a step out, shown as waived; a second person confirms' })
  @HttpCode(200)
  skip(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.Skip }) body: ProjectBody<'Skip'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'Skip', body);
  }

  @Post('redo')
  @FreshSignIn()
  @ApiOperation({ summary: 'Has a step done once more; a second person confirms' })
  @HttpCode(200)
  redo(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.Redo }) body: ProjectBody<'Redo'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'Redo', body);
  }

  @Post('replace-contact')
  @FreshSignIn()
  @ApiOperation({ summary: 'Puts another person of the same organization in the place of a contact; a second person confirms' })
  @HttpCode(200)
  replaceContact(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ReplaceContact }) body: ProjectBody<'ReplaceContact'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ReplaceContact', body);
  }

  @Post('adopt-policy')
  @FreshSignIn()
  @ApiOperation({ summary: 'Moves the project to another published policy; a second person confirms' })
  @HttpCode(200)
  adoptPolicy(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.AdoptPolicy }) body: ProjectBody<'AdoptPolicy'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'AdoptPolicy', body);
  }

  @Post('modify')
  @FreshSignIn()
  @ApiOperation({ summary: 'Makes several changes as one: all or none; a second person confirms where one of them asks for it' })
  @HttpCode(200)
  modify(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.Modify }) body: ProjectBody<'Modify'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'Modify', body);
  }

  @Post('confirm-proposal')
  @ApiOperation({ summary: 'Confirms what a colleague proposed about the project' })
  @HttpCode(200)
  confirmProposal(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ConfirmProposal }) body: ProjectBody<'ConfirmProposal'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ConfirmProposal', body);
  }

  @Post('reject-proposal')
  @ApiOperation({ summary: 'Rejects what a colleague proposed about the project' })
  @HttpCode(200)
  rejectProposal(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.RejectProposal }) body: ProjectBody<'RejectProposal'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'RejectProposal', body);
  }
}
