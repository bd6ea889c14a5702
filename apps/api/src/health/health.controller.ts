import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Access } from '../auth/route-access';
import { HealthService, type Readiness } from './health.service';

const live = z.object({ live: z.literal(true) }).meta({ id: 'Live' });
const ready = z.object({ ready: z.boolean(), parts: z.record(z.string(), z.boolean()) }).meta({ id: 'Ready' });

/** Health of the API, for supervisors and load balancers. */
@ApiTags('health')
@Access('open')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @ApiOperation({ summary: 'Says that the process runs' })
  @ApiOkResponse({ standardSchema: live })
  live(): z.output<typeof live> {
    return { live: true };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Says whether the parts it needs are there' })
  @ApiOkResponse({ standardSchema: ready })
  @ApiServiceUnavailableResponse({ standardSchema: ready })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await this.health.readiness();
    response.status(readiness.ready ? 200 : 503).set('Cache-Control', 'no-store');
    return readiness;
  }
}
