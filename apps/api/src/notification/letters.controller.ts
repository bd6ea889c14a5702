import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { LettersDesk } from './letters-desk';
import { heldLettersAnswer, heldLetterText, readLetterBody, releaseAnswer, releaseLettersBody } from './letters.schemas';

const letterAddress = z.strictObject({ id: z.uuid(), mailId: z.uuid() });

/** Formal letters of a call: held, read, and released together. */
@ApiTags('letters')
@Controller('calls/:id/letters')
export class LettersController {
  constructor(private readonly desk: LettersDesk) {}

  @Get()
  @ApiOperation({ summary: 'Lists the formal letters of a call that are held' })
  @ApiOkResponse({ standardSchema: heldLettersAnswer })
  heldLetters(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof heldLettersAnswer>> {
    return this.desk.list(person, id);
  }

  @Get(':mailId')
  @ApiOperation({ summary: 'Shows the text of a held letter' })
  @ApiOkResponse({ standardSchema: heldLetterText })
  heldLetter(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: letterAddress }) { id, mailId }: z.output<typeof letterAddress>,
  ): Promise<z.output<typeof heldLetterText>> {
    return this.desk.text(person, id, mailId);
  }

  @Post(':mailId/read')
  @ApiOperation({ summary: 'Notes that the reader has read this text of a held letter' })
  @HttpCode(204)
  async readLetter(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: letterAddress }) { id, mailId }: z.output<typeof letterAddress>,
    @Body({ schema: readLetterBody }) { mark }: z.output<typeof readLetterBody>,
  ): Promise<void> {
    await this.desk.read(person, id, { mailId, mark });
  }

  @Post('release')
  @ApiOperation({ summary: 'Releases held letters together' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: releaseAnswer })
  releaseLetters(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: releaseLettersBody }) body: z.output<typeof releaseLettersBody>,
  ): Promise<z.output<typeof releaseAnswer>> {
    return this.desk.release(call, id, body);
  }
}
