import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { entityId } from '../http/params';
import { SeenIfAny } from './seen-if-any.decorator';
import { ViewDesk } from './view-desk';
import { homeBody, viewAnswer, viewBody, viewsAnswer } from './views.schemas';

/** Views that people save of the list and the board. */
@ApiTags('views')
@Controller('views')
export class ViewsController {
  constructor(private readonly views: ViewDesk) {}

  @Get()
  @ApiOperation({ summary: 'Lists the own saved views and those shared with the reader’s roles' })
  @ApiOkResponse({ standardSchema: viewsAnswer })
  savedViews(@CurrentPerson() person: SignedIn): Promise<z.output<typeof viewsAnswer>> {
    return this.views.list(person);
  }

  @Put('home')
  @ApiOperation({ summary: 'Chooses the view that opens after signing in, or none' })
  @HttpCode(204)
  setHomeView(@CurrentPerson() person: SignedIn, @Body({ schema: homeBody }) { viewId }: z.output<typeof homeBody>): Promise<void> {
    return this.views.setHome(person, viewId);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Saves a view under an id that the sender made' })
  @ApiOkResponse({ standardSchema: viewAnswer })
  saveView(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Body({ schema: viewBody }) body: z.output<typeof viewBody>,
    @SeenIfAny() seen: number | undefined,
  ): Promise<z.output<typeof viewAnswer>> {
    return this.views.keep(person, id, body, seen);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Removes an own view' })
  @HttpCode(204)
  removeView(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<void> {
    return this.views.remove(person, id);
  }

  @Post(':id/restore')
  @ApiOperation({ summary: 'Takes back that an own view was removed' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: viewAnswer })
  restoreView(@CurrentPerson() person: SignedIn, @Param('id', { schema: entityId }) id: string): Promise<z.output<typeof viewAnswer>> {
    return this.views.restore(person, id);
  }
}
