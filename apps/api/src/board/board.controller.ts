import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { stages } from '@app/domain';
import type { BoardQuery } from '@app/persistence';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { SeenRevision } from '../commands/command-call.decorator';
import { board, boardCards, boardCellQuery, boardQuery, limitAddress, limitBody, limitSaved } from './board.schemas';
import { filtersOf } from '../project/project-list-query';
import { SearchKeeper } from '../project/search-keeper';
import { BoardPages } from './board-pages';

type Shown = Omit<z.output<typeof boardQuery>, 'open'>;

/** The board: projects by stage, with lanes. */
@ApiTags('board')
@Controller('board')
export class BoardController {
  constructor(
    private readonly pages: BoardPages,
    private readonly search: SearchKeeper,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Shows the board: for each stage and lane how many projects there are, and the first cards' })
  @ApiOkResponse({ standardSchema: board })
  async board(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: boardQuery }) { open, ...query }: z.output<typeof boardQuery>,
  ): Promise<z.output<typeof board>> {
    if (query.q !== undefined) await this.search.freshen();
    return this.pages.board(person, queryOf(query), open ?? stages);
  }

  @Get('cell')
  @ApiOperation({ summary: 'Shows further cards of one stage and lane' })
  @ApiOkResponse({ standardSchema: boardCards })
  boardCell(
    @CurrentPerson() person: SignedIn,
    @Query({ schema: boardCellQuery }) { lane, column, cursor, ...query }: z.output<typeof boardCellQuery>,
  ): Promise<z.output<typeof boardCards>> {
    return this.pages.cell(person, queryOf(query), { lane, column, ...(cursor === undefined ? {} : { cursor }) });
  }

  @Put('limits/:stage')
  @ApiOperation({ summary: 'Sets how many projects a stage should hold' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: limitSaved })
  setLimit(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: limitAddress }) { stage }: z.output<typeof limitAddress>,
    @Body({ schema: limitBody }) body: z.output<typeof limitBody>,
    @SeenRevision() version: number,
  ): Promise<z.output<typeof limitSaved>> {
    return this.pages.setLimit(person, { stage, version, ...body });
  }
}

function queryOf({ lanes, ...filters }: Shown): BoardQuery {
  return { ...filtersOf(filters), lanes };
}
