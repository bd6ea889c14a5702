import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RegisterKey } from '@app/persistence';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, SeenRevision, type CommandCall } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { CorrectionDesk } from './correction-desk';
import {
  correctionPreview,
  correctOrganization,
  correctPerson,
  entryInAddress,
  previewOrganization,
  previewPerson,
  registerEntry,
  registerHits,
  registerQuery,
  undoBody,
} from './corrections.schemas';

type Entry = z.output<typeof registerEntry>;
type Preview = z.output<typeof correctionPreview>;

const organization = (id: string): RegisterKey => ({ subject: 'organization', id });
const person = (id: string): RegisterKey => ({ subject: 'person', id });

/** The register of organizations and people: an entry with where it stands, what a correction would change, and the correction by two people. */
@ApiTags('register')
@Controller('register')
export class CorrectionsController {
  constructor(private readonly desk: CorrectionDesk) {}

  @Get()
  @ApiOperation({ summary: 'Finds organizations and people; without a part of a name, those whose correction waits' })
  @ApiOkResponse({ standardSchema: registerHits })
  findInRegister(
    @CurrentPerson() reader: SignedIn,
    @Query({ schema: registerQuery }) query: z.output<typeof registerQuery>,
  ): Promise<z.output<typeof registerHits>> {
    return this.desk.find(reader, query);
  }

  @Get(':subject/:id')
  @ApiOperation({ summary: 'Shows an organization or a person, the live projects it stands in, and its corrections' })
  @ApiOkResponse({ standardSchema: registerEntry })
  correctableEntry(
    @CurrentPerson() reader: SignedIn,
    @Param({ schema: entryInAddress }) { subject, id }: z.output<typeof entryInAddress>,
  ): Promise<Entry> {
    return this.desk.read(reader, subject === 'people' ? person(id) : organization(id));
  }

  @Post('organizations/:id/preview')
  @ApiOperation({ summary: 'Shows what a correction of an organization would change, and what it leaves; nothing is stored' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: correctionPreview })
  previewOrganizationCorrection(
    @CurrentPerson() reader: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: previewOrganization }) { changes }: z.output<typeof previewOrganization>,
  ): Promise<Preview> {
    return this.desk.preview(reader, organization(id), changes);
  }

  @Post('people/:id/preview')
  @ApiOperation({ summary: 'Shows what a correction of a person would change, and what it leaves; nothing is stored' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: correctionPreview })
  previewPersonCorrection(
    @CurrentPerson() reader: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: previewPerson }) { changes }: z.output<typeof previewPerson>,
  ): Promise<Preview> {
    return this.desk.preview(reader, person(id), changes);
  }

  @Post('organizations/:id/corrections')
  @ApiOperation({ summary: 'Corrects an organization; a name waits for a second person' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: registerEntry })
  correctOrganization(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @SeenRevision() seen: number,
    @Body({ schema: correctOrganization }) body: z.output<typeof correctOrganization>,
  ): Promise<Entry> {
    return this.desk.propose(call, organization(id), { ...body, seen });
  }

  @Post('people/:id/corrections')
  @ApiOperation({ summary: 'Corrects a person; a name or a mail address waits for a second person' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: registerEntry })
  correctPerson(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @SeenRevision() seen: number,
    @Body({ schema: correctPerson }) body: z.output<typeof correctPerson>,
  ): Promise<Entry> {
    return this.desk.propose(call, person(id), { ...body, seen });
  }

  @Post('corrections/:id/confirm')
  @FreshSignIn()
  @ApiOperation({ summary: 'Applies, as the second person, a correction that was proposed' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: registerEntry })
  confirmCorrection(@CurrentPerson() second: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<Entry> {
    return this.desk.decide(second, id, 'confirm');
  }

  @Post('corrections/:id/reject')
  @ApiOperation({ summary: 'Drops a proposed correction; whoever proposed it takes it back' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: registerEntry })
  rejectCorrection(@CurrentPerson() second: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<Entry> {
    return this.desk.decide(second, id, 'reject');
  }

  @Post('corrections/:id/undo')
  @ApiOperation({ summary: 'Asks for the opposite of a correction, as a correction of its own' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: registerEntry })
  undoCorrection(
    @GivenCommand() call: CommandCall,
    @Param('id', { schema: entityId }) id: string,
    @SeenRevision() seen: number,
    @Body({ schema: undoBody }) { reason }: z.output<typeof undoBody>,
  ): Promise<Entry> {
    return this.desk.undo(call, id, { seen, reason });
  }
}
