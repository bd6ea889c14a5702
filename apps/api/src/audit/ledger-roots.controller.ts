import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { askRoot, findRoot, listRoots, rootKeys, type LedgerRoot, type Sql } from '@app/persistence';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import { entityId } from '../http/params';
import { DATABASE } from '../tokens';
import { refuseOthers } from './intervention-pages';
import { ledgerRoot, ledgerRootBody, ledgerRoots } from './ledger-roots.schemas';

const shown = 40;

/** Signed roots over the whole ledger: asked for here, signed by the watchdog, which alone has the key. */
@ApiTags('administration')
@Controller('ledger/roots')
export class LedgerRootsController {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  @Get()
  @ApiOperation({ summary: 'Lists the last signed roots of the ledger, with the public keys' })
  @ApiOkResponse({ standardSchema: ledgerRoots })
  async ledgerRoots(@CurrentPerson() person: SignedIn): Promise<z.output<typeof ledgerRoots>> {
    refuseOthers(person);
    const keys = await rootKeys(this.db);
    return {
      items: (await listRoots(this.db, shown)).map(toldRoot),
      keys: keys.map((key) => ({ ...key, firstUsedAt: key.firstUsedAt.toISOString() })),
    };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Shows one root of the ledger' })
  @ApiOkResponse({ standardSchema: ledgerRoot })
  async ledgerRoot(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof ledgerRoot>> {
    refuseOthers(person);
    const root = await findRoot(this.db, id);
    if (root === undefined) throw new Problem('NOT_FOUND');
    return toldRoot(root);
  }

  @Post()
  @ApiOperation({ summary: 'Has the ledger’s root signed now, beside the one of each night' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: ledgerRoot })
  async askLedgerRoot(
    @GivenCommand() { person, commandId }: CommandCall,
    @Body({ schema: ledgerRootBody }) _: z.output<typeof ledgerRootBody>,
  ): Promise<z.output<typeof ledgerRoot>> {
    refuseOthers(person);
    const door = person.via.kind === 'session' ? 'page' : 'api';
    const root = await askRoot(this.db, { id: commandId, door, askedBy: person.personId });
    if (root === undefined) throw new Problem('KEY_REUSED');
    return toldRoot(root);
  }
}

function toldRoot({ askedAt, madeAt, toldAt, ...rest }: LedgerRoot): z.output<typeof ledgerRoot> {
  return { ...rest, askedAt: askedAt.toISOString(), madeAt: madeAt?.toISOString() ?? null, toldAt: toldAt?.toISOString() ?? null };
}
