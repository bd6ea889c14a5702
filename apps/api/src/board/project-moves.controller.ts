import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { stageMoves, type StageMove } from '@app/domain';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { ProjectPages } from '../project/project-pages';
import { projectMoves } from './board.schemas';

type Move = z.output<typeof projectMoves>['items'][number];

/** What moving a project to another stage would ask of the reader. */
@ApiTags('board')
@Controller('projects/:id/moves')
export class ProjectMovesController {
  constructor(private readonly pages: ProjectPages) {}

  @Get()
  @ApiOperation({ summary: 'Says of every other stage which command would lead the project there, or why that is not possible' })
  @ApiOkResponse({ standardSchema: projectMoves })
  async projectMoves(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof projectMoves>> {
    const { head, state } = await this.pages.read(person, id);
    return { rev: head.rev, items: stageMoves(state, actorOf(person)).map((move) => moveOf(move, language)) };
  }
}

function moveOf(move: StageMove, language: SpokenLanguage): Move {
  if (move.way === 'theirs') return { ...move, roles: [...move.roles] };
  return move.way === 'refused' ? { ...move, sentence: problemSentence(move.why, language).says } : move;
}
