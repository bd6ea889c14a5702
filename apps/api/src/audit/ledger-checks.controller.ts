import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { findCheck, lastChecks, openCheck, type LedgerCheck, type Sql } from '@app/persistence';
import type { z } from 'zod';
import type { SignedIn } from '../auth/signed-in';
import { CurrentPerson } from '../auth/current-person.decorator';
import { ProofStarter } from '../command-gateway/proof-starter';
import { GivenCommand, type CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import { entityId } from '../http/params';
import { ProjectPages } from '../project/project-pages';
import { DATABASE } from '../tokens';
import { refuseOthers } from './intervention-pages';
import { ledgerCheck, ledgerCheckBody, ledgerChecks, ledgerChecksQuery } from './ledger-checks.schemas';

const shown = 10;

/** Checks of the ledger: asked for here, carried out by a worker, batch by batch. */
@ApiTags('administration')
@Controller('ledger/checks')
export class LedgerChecksController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly starter: ProofStarter,
    private readonly projects: ProjectPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the last checks of the whole ledger, or of one project' })
  @ApiOkResponse({ standardSchema: ledgerChecks })
  async ledgerChecks(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: ledgerChecksQuery }) { project }: z.output<typeof ledgerChecksQuery>,
  ): Promise<z.output<typeof ledgerChecks>> {
    refuseOthers(person);
    const found = await lastChecks(this.db, project === undefined ? 'chain' : 'witness', project ?? null, shown);
    return { items: found.map(toldCheck) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Shows one check of the ledger: how far it is, and what it found' })
  @ApiOkResponse({ standardSchema: ledgerCheck })
  async ledgerCheck(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof ledgerCheck>> {
    refuseOthers(person);
    const check = await findCheck(this.db, id);
    if (check === undefined) throw new Problem('NOT_FOUND');
    return toldCheck(check);
  }

  @Post()
  @ApiOperation({ summary: 'Asks for a check of the ledger; a worker carries it out' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ledgerCheck })
  async askLedgerCheck(
    @GivenCommand() { person, commandId }: CommandCall,
    @Body({ schema: ledgerCheckBody }) body: z.output<typeof ledgerCheckBody>,
  ): Promise<z.output<typeof ledgerCheck>> {
    refuseOthers(person);
    if (body.kind === 'witness') await this.projects.read(person, body.project);
    const wish = body.kind === 'witness' ? { kind: body.kind, projectId: body.project } : { kind: body.kind };
    const check = await openCheck(this.db, { id: commandId, askedBy: person.personId, ...wish });
    if (check === undefined) throw new Problem('KEY_REUSED');
    if (check.endedAt === null && !(await this.starter.start(check.id))) throw new Problem('UNAVAILABLE');
    return toldCheck(check);
  }
}

function toldCheck({ problems, askedAt, endedAt, ...check }: LedgerCheck): z.output<typeof ledgerCheck> {
  const { id, kind, projectId, askedByName, total, entities, entries, witnessed, problemCount } = check;
  return {
    ...{ id, kind, projectId, askedByName, total, entities, entries, witnessed, problemCount },
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    problems: problems.map(({ entity, reference, rev, what }) => ({ entityKind: entity.kind, entityId: entity.id, reference, rev, what })),
  };
}
