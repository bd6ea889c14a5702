import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Amendments of the contract and corrections of the record: asked for, decided, signed, undone. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class AmendmentCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('propose-change')
  @ApiOperation({ summary: 'Asks for an amendment or a correction; it is locked from then on' })
  @HttpCode(200)
  proposeChange(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ProposeChange }) body: ProjectBody<'ProposeChange'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ProposeChange', body);
  }

  @Post('approve-change')
  @ApiOperation({ summary: 'Approves a change somebody else asked for' })
  @HttpCode(200)
  approveChange(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ApproveChange }) body: ProjectBody<'ApproveChange'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ApproveChange', body);
  }

  @Post('return-change')
  @ApiOperation({ summary: 'Returns a change to whoever asked for it' })
  @HttpCode(200)
  returnChange(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.ReturnChange }) body: ProjectBody<'ReturnChange'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'ReturnChange', body);
  }

  @Post('reject-change')
  @ApiOperation({ summary: 'Rejects a change' })
  @HttpCode(200)
  rejectChange(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.RejectChange }) body: ProjectBody<'RejectChange'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'RejectChange', body);
  }

  @Post('cancel-change')
  @ApiOperation({ summary: 'Takes a change back before the first signature' })
  @HttpCode(200)
  cancelChange(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.CancelChange }) body: ProjectBody<'CancelChange'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'CancelChange', body);
  }

  @Post('record-amendment-signature')
  @ApiOperation({ summary: 'Records a party’s signature under an amendment' })
  @HttpCode(200)
  recordAmendmentSignature(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.RecordAmendmentSignature }) body: ProjectBody<'RecordAmendmentSignature'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'RecordAmendmentSignature', body);
  }

  @Post('undo-change')
  @ApiOperation({ summary: 'Asks for the inverse of a change that is in effect' })
  @HttpCode(200)
  undoChange(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.UndoChange }) body: ProjectBody<'UndoChange'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'UndoChange', body);
  }
}
