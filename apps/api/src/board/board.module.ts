import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { BoardController } from './board.controller';
import { BoardPages } from './board-pages';
import { ProjectMovesController } from './project-moves.controller';

/** The board, and what moving a project on it means. */
@Module({ imports: [ProjectModule], controllers: [BoardController, ProjectMovesController], providers: [BoardPages] })
export class BoardModule {}
