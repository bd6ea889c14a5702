import { Body, Controller, Get, HttpCode, Param, Post, Req, UseInterceptors } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { z } from 'zod';
import { Access } from '../auth/route-access';
import { idempotencyKey } from '../commands/command-call.decorator';
import { commandAnswer, type CommandAnswer } from '../commands/command-answer';
import { CommandStatusInterceptor } from '../commands/command-status.interceptor';
import { ActionLinkDesk } from './action-link-desk';
import { linkAddress, linkAnswer, linkBody } from './action-links.schemas';

/** Links in mails, for people who are not signed in too. */
@ApiTags('action links')
@Access('open')
@Controller('action-links/:token')
export class ActionLinksController {
  constructor(private readonly links: ActionLinkDesk) {}

  @Get()
  @ApiOperation({ summary: 'Says what the link of a mail asks for' })
  @ApiOkResponse({ standardSchema: linkAnswer })
  showActionLink(
    @Param({ schema: linkAddress }) { token }: z.output<typeof linkAddress>,
    @Req() request: Request,
  ): Promise<z.output<typeof linkAnswer>> {
    return this.links.show(token, request.signedIn);
  }

  @Post()
  @ApiOperation({ summary: 'Does what the link of a mail asks for, once' })
  @HttpCode(200)
  @UseInterceptors(CommandStatusInterceptor)
  @ApiOkResponse({ standardSchema: commandAnswer })
  followActionLink(
    @Param({ schema: linkAddress }) { token }: z.output<typeof linkAddress>,
    @Body({ schema: linkBody }) body: z.output<typeof linkBody>,
    @Req() request: Request,
  ): Promise<CommandAnswer> {
    return this.links.act(token, { caller: request.signedIn, commandId: idempotencyKey(request) }, body);
  }

  @Post('renewal')
  @ApiOperation({ summary: 'Has the mail of a link sent once more, with a fresh link; the answer is the same for every link' })
  @HttpCode(202)
  @ApiAcceptedResponse({
    description: 'If the link is known and its task still open, its mail is sent once more; the answer is always the same',
  })
  renewActionLink(@Param({ schema: linkAddress }) { token }: z.output<typeof linkAddress>): Promise<void> {
    return this.links.renew(token);
  }
}
