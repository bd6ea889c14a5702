import { Controller, Get, Inject, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { rootKeys, type Sql } from '@app/persistence';
import type { z } from 'zod';
import { ledgerKeys } from '../audit/ledger-roots.schemas';
import { Access } from '../auth/route-access';
import { DATABASE } from '../tokens';
import { CacheableInterceptor } from './cacheable.interceptor';

/** The public keys of the ledger's signed roots, for everybody who checks a receipt. */
@ApiTags('public')
@Access('open')
@UseInterceptors(CacheableInterceptor)
@Controller('public/ledger-keys')
export class PublicLedgerKeysController {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  @Get()
  @ApiOperation({ summary: 'Lists the public keys that sign the roots of the ledger' })
  @ApiOkResponse({ standardSchema: ledgerKeys })
  async ledgerKeys(): Promise<z.output<typeof ledgerKeys>> {
    return { keys: (await rootKeys(this.db)).map((key) => ({ ...key, firstUsedAt: key.firstUsedAt.toISOString() })) };
  }
}
