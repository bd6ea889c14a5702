import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { stageMoves, type StageMove, type ViolationCode } from '@app/domain';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { RuleRoom } from '../commands/rule-room';
import { reasonUnder } from '../commands/why-refused';
import { toldReason, type ToldReason } from '../errors/told-reason';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { ProjectPages } from '../project/project-pages';
import { projectMoves } from './board.schemas';

type Move = z.output<typeof projectMoves>['items'][number];

/** What moving a project to another stage would ask of the reader. */
@ApiTags('board')
@Controller('projects/:id/moves')
export class ProjectMovesController {
  constructor(
    private readonly pages: ProjectPages,
    private readonly rules: RuleRoom,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Says of every other stage which command would lead the project there, or why that is not possible' })
  @ApiOkResponse({ standardSchema: projectMoves })
  async projectMoves(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
  ): Promise<z.output<typeof projectMoves>> {
    const { head, state } = await this.pages.read(person, id);
    const { policy } = await this.rules.setting(state.policyVersion);
    const because = (command: string, code: ViolationCode): ToldReason =>
      toldReason(reasonUnder({ command, code }, state.policyVersion, policy), language);
    return { rev: head.rev, items: stageMoves(state, actorOf(person)).map((move) => moveOf(move, language, because)) };
  }
}

/** The rules by which a project on hold goes nowhere, and any other one stage after the other. */
const [holding, inOrder] = ['Hold', 'stages'];

function moveOf(move: StageMove, language: SpokenLanguage, because: (command: string, code: ViolationCode) => ToldReason): Move {
  if (move.way === 'theirs') return { ...move, roles: [...move.roles], because: because(move.command, 'NOT_ALLOWED') };
  if (move.way === 'project' || move.way === 'call') return move;
  if (move.way !== 'refused') return { ...move, because: because(inOrder, 'WRONG_STAGE') };
  return { ...move, sentence: problemSentence(move.why, language).says, because: because(move.command ?? holding, move.why) };
}
