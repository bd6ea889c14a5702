import { Body, Controller, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies as bodies, type ProjectBody } from '../commands/command-bodies';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ProjectCommands } from './project-commands';
import { entityId } from '../http/params';

/** Commands of handing a place in the project over to somebody else. */
@ApiTags('project commands')
@UseInterceptors(CommandStatusInterceptor)
@Controller('projects/:id/commands')
export class HandOverCommandsController {
  constructor(private readonly commands: ProjectCommands) {}

  @Post('offer-hand-over')
  @ApiOperation({ summary: 'Asks somebody to take over the place of the officer or of a contact; until the yes the old holder answers' })
  @HttpCode(200)
  offer(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.OfferHandOver }) body: ProjectBody<'OfferHandOver'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'OfferHandOver', body);
  }

  @Post('accept-hand-over')
  @ApiOperation({ summary: 'Takes over the place that was offered, at once or from the day that was named' })
  @HttpCode(200)
  accept(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.AcceptHandOver }) body: ProjectBody<'AcceptHandOver'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'AcceptHandOver', body);
  }

  @Post('decline-hand-over')
  @ApiOperation({ summary: 'Declines to take the place over; the old holder stays' })
  @HttpCode(200)
  decline(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.DeclineHandOver }) body: ProjectBody<'DeclineHandOver'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'DeclineHandOver', body);
  }

  @Post('cancel-hand-over')
  @ApiOperation({ summary: 'Takes an offered hand-over back before it takes effect' })
  @HttpCode(200)
  cancel(
    @Param('id', { schema: entityId }) id: string,
    @GivenCommand() call: CommandCall,
    @Body({ schema: bodies.CancelHandOver }) body: ProjectBody<'CancelHandOver'>,
  ): Promise<CommandAnswer> {
    return this.commands.give(id, call, 'CancelHandOver', body);
  }
}
