import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { FreshSignIn } from '../auth/fresh-sign-in';
import type { SignedIn } from '../auth/signed-in';
import { Maintenance } from '../command-gateway/maintenance';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { entityId } from '../http/params';
import { refuseUnlessReader, refuseUnlessRepairer } from './engine-rights';
import { RepairDesk } from './repair-desk';
import {
  findingsAnswer,
  inspectionAnswer,
  inspectionQuery,
  lookAnswer,
  repairAnswer,
  repairBody,
  repairPage,
  repairsAnswer,
  repairsBody,
} from './repairs.schemas';

/** What is wrong with the shells of entities, and what is done about it. No repair decides anything: the ledger stays as it is. */
@ApiTags('engine')
@Controller('engine')
export class RepairsController {
  constructor(
    private readonly desk: RepairDesk,
    private readonly maintenance: Maintenance,
  ) {}

  @Get('findings')
  @ApiOperation({ summary: 'Lists what the last look found to be in need of repair' })
  @ApiOkResponse({ standardSchema: findingsAnswer })
  engineFindings(@CurrentPerson() person: SignedIn): Promise<z.output<typeof findingsAnswer>> {
    refuseUnlessReader(person);
    return this.desk.findings();
  }

  @Post('look')
  @ApiOperation({ summary: 'Has everything looked at now' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: lookAnswer })
  async lookForTrouble(@CurrentPerson() person: SignedIn): Promise<z.output<typeof lookAnswer>> {
    refuseUnlessReader(person);
    return { status: (await this.maintenance.start({ task: 'look' })) ? 'started' : 'later' };
  }

  @Get('inspection')
  @ApiOperation({ summary: 'Looks at one project or call from both sides, engine and ledger, and says which repairs make sense' })
  @ApiOkResponse({ standardSchema: inspectionAnswer })
  inspectEntity(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: inspectionQuery }) { kind, entity }: z.output<typeof inspectionQuery>,
  ): Promise<z.output<typeof inspectionAnswer>> {
    refuseUnlessReader(person);
    return this.desk.inspect(kind, entity);
  }

  @Get('repairs')
  @ApiOperation({ summary: 'Lists the last repairs' })
  @ApiOkResponse({ standardSchema: repairPage })
  async listRepairs(@CurrentPerson() person: SignedIn): Promise<z.output<typeof repairPage>> {
    refuseUnlessReader(person);
    return { items: await this.desk.list() };
  }

  @Get('repairs/:id')
  @ApiOperation({ summary: 'Shows one repair and how it ended' })
  @ApiOkResponse({ standardSchema: repairAnswer })
  async repair(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof repairAnswer>> {
    refuseUnlessReader(person);
    return this.desk.read(id);
  }

  @Post('repairs')
  @ApiOperation({ summary: 'Asks for a repair; a reset and an end wait for a second person, and need a recent sign-in' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: repairAnswer })
  async askRepair(
    @GivenCommand() call: CommandCall,
    @Body({ schema: repairBody }) body: z.output<typeof repairBody>,
  ): Promise<z.output<typeof repairAnswer>> {
    refuseUnlessRepairer(call.person);
    return this.desk.ask(call, body);
  }

  @Post('repairs/many')
  @ApiOperation({ summary: 'Asks for one harmless repair of many projects and calls; each stands on record by itself' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: repairsAnswer })
  async askRepairs(
    @GivenCommand() call: CommandCall,
    @Body({ schema: repairsBody }) body: z.output<typeof repairsBody>,
  ): Promise<z.output<typeof repairsAnswer>> {
    refuseUnlessRepairer(call.person);
    return { items: await this.desk.askMany(call, body) };
  }

  @Post('repairs/:id/confirm')
  @FreshSignIn()
  @ApiOperation({ summary: 'Confirms, as the second person, a repair that was proposed' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: repairAnswer })
  async confirmRepair(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof repairAnswer>> {
    refuseUnlessRepairer(person);
    return this.desk.decide(person, id, 'confirm');
  }

  @Post('repairs/:id/reject')
  @ApiOperation({ summary: 'Rejects, as the second person, a repair that was proposed' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: repairAnswer })
  async rejectRepair(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof repairAnswer>> {
    refuseUnlessRepairer(person);
    return this.desk.decide(person, id, 'reject');
  }
}
