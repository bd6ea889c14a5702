import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { entityId } from '../http/params';
import { CallFigures } from './call-figures';
import * as schemas from './call-figures.schemas';

/** How far a call is, for those who work on it. */
@ApiTags('calls')
@Controller('calls/:id')
export class CallFiguresController {
  constructor(private readonly figures: CallFigures) {}

  @Get('intake')
  @ApiOperation({ summary: 'Shows how many applications came in, by state, country and day' })
  @ApiOkResponse({ standardSchema: schemas.callIntake })
  callIntake(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof schemas.callIntake>> {
    return this.figures.intake(person, id);
  }

  @Get('check')
  @ApiOperation({ summary: 'Shows how far the formal check is' })
  @ApiOkResponse({ standardSchema: schemas.callCheck })
  callCheck(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof schemas.callCheck>> {
    return this.figures.check(person, id);
  }

  @Get('experts')
  @ApiOperation({ summary: 'Shows how far the experts are' })
  @ApiOkResponse({ standardSchema: schemas.callExperts })
  callExperts(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof schemas.callExperts>> {
    return this.figures.experts(person, id);
  }

  @Get('review-time')
  @ApiOperation({ summary: 'Tells the slowest path from closing to the last score sheet, with its arithmetic' })
  @ApiOkResponse({ standardSchema: schemas.callReviewTime })
  callReviewTime(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof schemas.callReviewTime>> {
    return this.figures.reviewTime(person, id);
  }

  @Get('warnings')
  @ApiOperation({ summary: 'Lists what should be looked at before deciding: centres of one country, possible duplicates' })
  @ApiOkResponse({ standardSchema: schemas.callWarnings })
  callWarnings(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof schemas.callWarnings>> {
    return this.figures.warnings(person, id);
  }
}
