import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { MailGatesDesk } from './mail-gates-desk';
import { gateActAnswer, gateActBody, gateQuery, gatesAnswer, releaseCheckAnswer, waitingAnswer } from './mail-gates.schemas';

/** Stopping mail and letting it go again: everything, one rule, one country, one project. */
@ApiTags('mails')
@Controller('mail-gates')
export class MailGatesController {
  constructor(private readonly desk: MailGatesDesk) {}

  @Get()
  @ApiOperation({ summary: 'Lists what mail is stopped: since when, by whom, why, and how many mails wait' })
  @ApiOkResponse({ standardSchema: gatesAnswer })
  mailGates(@CurrentPerson() person: SignedIn): Promise<z.output<typeof gatesAnswer>> {
    return this.desk.list(person);
  }

  @Get('waiting')
  @ApiOperation({ summary: 'Counts the mails that wait, by rule, country and what they wait for' })
  @ApiOkResponse({ standardSchema: waitingAnswer })
  waitingMails(@CurrentPerson() person: SignedIn): Promise<z.output<typeof waitingAnswer>> {
    return this.desk.waiting(person);
  }

  @Get('check')
  @ApiOperation({ summary: 'Says what would leave, and what is not needed any more, if a gate were opened now; writes nothing' })
  @ApiOkResponse({ standardSchema: releaseCheckAnswer })
  checkMailRelease(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: gateQuery }) gate: z.output<typeof gateQuery>,
  ): Promise<z.output<typeof releaseCheckAnswer>> {
    return this.desk.check(person, gate);
  }

  @Post('stop')
  @ApiOperation({ summary: 'Stops mail at once; only what is being handed over this second still leaves' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: gateActAnswer })
  stopMail(
    @GivenCommand() call: CommandCall,
    @Body({ schema: gateActBody }) { reason, ...gate }: z.output<typeof gateActBody>,
  ): Promise<z.output<typeof gateActAnswer>> {
    return this.desk.stop(call, gate, reason);
  }

  @Post('release')
  @FreshSignIn()
  @ApiOperation({ summary: 'Lets stopped mail go again; each mail is asked whether it is still needed before it leaves' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: gateActAnswer })
  releaseMail(
    @GivenCommand() call: CommandCall,
    @Body({ schema: gateActBody }) { reason, ...gate }: z.output<typeof gateActBody>,
  ): Promise<z.output<typeof gateActAnswer>> {
    return this.desk.release(call, gate, reason);
  }
}
