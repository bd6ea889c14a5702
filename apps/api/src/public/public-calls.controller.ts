import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../auth/route-access';
import { CacheableInterceptor } from './cacheable.interceptor';
import { PublicCalls } from './public-calls';
import { publicCall, publicCallList, publicName } from './public.schemas';

/** Published calls, for everybody. */
@ApiTags('public')
@Access('open')
@UseInterceptors(CacheableInterceptor)
@Controller('public/calls')
export class PublicCallsController {
  constructor(private readonly calls: PublicCalls) {}

  @Get()
  @ApiOperation({ summary: 'Lists the published calls' })
  @ApiOkResponse({ standardSchema: publicCallList })
  publicCalls(): Promise<z.output<typeof publicCallList>> {
    return this.calls.list();
  }

  @Get(':code')
  @ApiOperation({ summary: 'Shows a published call with its notice' })
  @ApiOkResponse({ standardSchema: publicCall })
  publicCall(@Param('code', { schema: publicName }) code: string): Promise<z.output<typeof publicCall>> {
    return this.calls.one(code);
  }
}
