import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  askProof,
  findProof,
  goneWatchFindings,
  listProofs,
  openWatchFindings,
  watchStanding as standingOf,
  type Sql,
} from '@app/persistence';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { refuseUnlessReader } from '../engine/engine-rights';
import { Problem } from '../errors/problem';
import { entityId } from '../http/params';
import { DATABASE } from '../tokens';
import { toldFinding, toldProof, toldStanding } from './watchdog-answers';
import { watchPage, watchProof, watchProofBody } from './watchdog.schemas';

const shown = { proofs: 10, findings: 200, gone: 50 };

/** What the watchdog proved and found. It is asked here and works in a process of its own. */
@ApiTags('watchdog')
@Controller('watchdog')
export class WatchdogController {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  @Get()
  @ApiOperation({ summary: 'Shows the last proofs that nothing was missed, what is open, and what was found and is gone' })
  @ApiOkResponse({ standardSchema: watchPage })
  async watchdog(@CurrentPerson() person: SignedIn): Promise<z.output<typeof watchPage>> {
    refuseUnlessReader(person);
    const { db } = this;
    const [standing, proofs, open, gone] = await Promise.all([
      standingOf(db),
      listProofs(db, shown.proofs),
      openWatchFindings(db, shown.findings),
      goneWatchFindings(db, shown.gone),
    ]);
    return {
      standing: toldStanding(standing),
      proofs: proofs.map(toldProof),
      open: { total: open.total, items: open.items.map(toldFinding) },
      gone: gone.map(toldFinding),
    };
  }

  @Get('proofs/:id')
  @ApiOperation({ summary: 'Shows one proof: how far it is, what was compared' })
  @ApiOkResponse({ standardSchema: watchProof })
  async watchProof(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof watchProof>> {
    refuseUnlessReader(person);
    const proof = await findProof(this.db, id);
    if (proof === undefined) throw new Problem('NOT_FOUND');
    return toldProof(proof);
  }

  @Post('proofs')
  @ApiOperation({ summary: 'Asks the watchdog for a proof now; the answer tells how far it is' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: watchProof })
  async askWatchProof(
    @GivenCommand() { person, commandId }: CommandCall,
    @Body({ schema: watchProofBody }) _: z.output<typeof watchProofBody>,
  ): Promise<z.output<typeof watchProof>> {
    refuseUnlessReader(person);
    const door = person.via.kind === 'session' ? 'page' : 'api';
    const proof = await askProof(this.db, { id: commandId, door, askedBy: person.personId });
    if (proof === undefined) throw new Problem('KEY_REUSED');
    return toldProof(proof);
  }
}
