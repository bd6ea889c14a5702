import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  countRegister,
  registerLine,
  registerLines,
  registerYears,
  type RegisterLine,
  type RegisterQuery,
  type Sql,
} from '@app/persistence';
import type { z } from 'zod';
import { Access } from '../auth/route-access';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import { CacheableInterceptor } from './cacheable.interceptor';
import { publicName, registerEntry, registerPage, registerSearch } from './public.schemas';

const usualLimit = 25;

/** The register of announced projects, for everybody. */
@ApiTags('public')
@Access('open')
@UseInterceptors(CacheableInterceptor)
@Controller('public/register')
export class PublicRegisterController {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  @Get()
  @ApiOperation({ summary: 'Lists the announced projects' })
  @ApiOkResponse({ standardSchema: registerPage })
  async register(@Query({ schema: registerSearch }) search: z.output<typeof registerSearch>): Promise<z.output<typeof registerPage>> {
    const { after, limit = usualLimit, ...filters } = search;
    const wanted = withoutUndefined(filters);
    if (after !== undefined && (await registerLine(this.db, after)) === undefined) {
      throw new Problem('BAD_INPUT', { fields: [{ path: 'after', code: 'WRONG_TYPE' }] });
    }
    const lines = await registerLines(this.db, { ...wanted, limit, ...(after === undefined ? {} : { after }) });
    const page = lines.slice(0, limit);
    return {
      items: page.map(entryOf),
      total: await countRegister(this.db, wanted),
      years: await registerYears(this.db),
      next: lines.length > limit ? (page.at(-1)?.reference ?? null) : null,
    };
  }

  @Get(':reference')
  @ApiOperation({ summary: 'Shows one announced project' })
  @ApiOkResponse({ standardSchema: registerEntry })
  async registerEntry(@Param('reference', { schema: publicName }) reference: string): Promise<z.output<typeof registerEntry>> {
    const line = await registerLine(this.db, reference);
    if (line === undefined) throw new Problem('NOT_FOUND');
    return entryOf(line);
  }
}

function withoutUndefined(filters: Omit<z.output<typeof registerSearch>, 'after' | 'limit'>): Omit<RegisterQuery, 'after' | 'limit'> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

function entryOf({ titleZh, titleEn, leadZh, leadEn, ...rest }: RegisterLine): z.output<typeof registerEntry> {
  return { ...rest, title: { zh: titleZh, en: titleEn }, lead: { zh: leadZh, en: leadEn } };
}
