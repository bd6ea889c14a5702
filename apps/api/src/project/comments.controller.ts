import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, SeenRevision, type CommandCall } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { comment, commentAddress, commentBody, comments } from './comments.schemas';
import { ProjectComments } from './project-comments';

type Comment = z.output<typeof comment>;
type Address = z.output<typeof commentAddress>;

/** Comments among colleagues of the Secretariat: ordinary rows, no commands. */
@ApiTags('comments')
@Controller('projects/:id/comments')
export class CommentsController {
  constructor(private readonly desk: ProjectComments) {}

  @Get()
  @ApiOperation({ summary: 'Lists the comments that colleagues of the Secretariat wrote about a project' })
  @ApiOkResponse({ standardSchema: comments })
  async comments(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof comments>> {
    return { items: await this.desk.list(person, id) };
  }

  @Post()
  @ApiOperation({ summary: 'Writes a comment' })
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: comment })
  addComment(
    @GivenCommand() { person, commandId }: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: commentBody }) { body }: z.output<typeof commentBody>,
  ): Promise<Comment> {
    return this.desk.add(person, { id, commentId: commandId }, body);
  }

  @Put(':commentId')
  @ApiOperation({ summary: 'Changes an own comment while that is still open' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: comment })
  editComment(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: commentAddress }) address: Address,
    @SeenRevision() seen: number,
    @Body({ schema: commentBody }) { body }: z.output<typeof commentBody>,
  ): Promise<Comment> {
    return this.desk.edit(person, address, { seen, body });
  }

  @Delete(':commentId')
  @ApiOperation({ summary: 'Deletes an own comment' })
  @HttpCode(204)
  @ApiNoContentResponse()
  deleteComment(@CurrentPerson() person: SignedIn, @Param({ schema: commentAddress }) address: Address): Promise<void> {
    return this.desk.remove(person, address);
  }

  @Post(':commentId/restore')
  @ApiOperation({ summary: 'Takes back that an own comment was deleted' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: comment })
  restoreComment(@CurrentPerson() person: SignedIn, @Param({ schema: commentAddress }) address: Address): Promise<Comment> {
    return this.desk.restore(person, address);
  }
}
