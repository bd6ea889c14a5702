import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { entryMark, proofOfEntry, type Sql } from '@app/persistence';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { attachment } from '../document/content-disposition';
import { Problem } from '../errors/problem';
import { entityId } from '../http/params';
import { ProjectPages } from '../project/project-pages';
import { DATABASE } from '../tokens';
import { ledgerReceipt, receiptRev } from './ledger-roots.schemas';

/** Receipts for whoever takes part in a project: that an entry was written, without what it says. */
@ApiTags('projects')
@Controller('projects/:id/receipts')
export class ReceiptsController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: ProjectPages,
  ) {}

  @Get(':rev')
  @ApiOperation({ summary: 'Gives a receipt for an entry of the project’s ledger as a file, with its proof once a signed root covers it' })
  @ApiOkResponse({ standardSchema: ledgerReceipt })
  async receipt(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Param('rev', { schema: receiptRev }) wanted: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof ledgerReceipt>> {
    const { state, head } = await this.pages.read(person, id);
    const rev = wanted === 'last' ? head.rev : Number(wanted);
    const entry = await entryMark(this.db, { kind: 'project', id }, rev);
    if (entry === undefined) throw new Problem('NOT_FOUND');
    const reference = state.projectRef ?? state.applicationRef ?? null;
    response.set({ 'Content-Disposition': attachment(`${reference ?? id}-receipt-${rev}.json`), 'Cache-Control': 'private, no-store' });
    const proof = await proofOfEntry(this.db, { kind: 'project', id }, rev);
    return {
      project: { id, reference },
      entry: { rev, hash: entry.hash, recordedAt: entry.recordedAt.toISOString() },
      proof: proof ?? null,
    };
  }
}
