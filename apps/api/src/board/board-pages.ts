import { Inject, Injectable } from '@nestjs/common';
import { stages, type Actor, type Stage, type StandingRole } from '@app/domain';
import {
  boardCards,
  boardCells,
  boardLimits,
  countProjects,
  setBoardLimit,
  type BoardCard,
  type BoardCell,
  type BoardQuery,
  type Sql,
} from '@app/persistence';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { cursorOf, listMark, positionOf } from '../http/cursor';
import { DATABASE } from '../tokens';
import type { board, boardCard, boardCards as boardCardsAnswer, boardCellQuery, limitBody, limitSaved } from './board.schemas';

type Card = z.output<typeof boardCard>;
type Counts = Pick<BoardCell, 'projects' | 'overdue' | 'held'>;

/** Cards a cell shows at first, and how many more at a time; many lanes show fewer. */
const perCell = { none: 10, country: 6, officer: 4, call: 6 } as const;
const mayLimit: readonly StandingRole[] = ['SH', 'AD'];
const order = 'board';

/** What the board shows: numbers of each cell, its most urgent cards, limits of its columns. */
@Injectable()
export class BoardPages {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  /** The board as the signed-in person may see it; cards only of the open columns. */
  async board(person: SignedIn, query: BoardQuery, open: readonly string[]): Promise<z.output<typeof board>> {
    const { db } = this;
    const actor = actorOf(person);
    const [cells, cards, limits] = await Promise.all([
      boardCells(db, actor, query),
      open.length === 0 ? [] : boardCards(db, actor, query, { stages: open, perCell: perCell[query.lanes] }),
      boardLimits(db),
    ]);
    const all = limits.length === 0 ? new Map<string, number>() : await this.inEachStage(actor, query, cells);
    const limitOf = (stage: string): z.output<typeof board>['columns'][number]['limit'] => {
      const { most, version } = limits.find((one) => one.stage === stage) ?? { most: null, version: 0 };
      return { most, version, projects: all.get(stage) ?? 0 };
    };
    return {
      at: new Date().toISOString(),
      columns: stages.map((stage) => ({ stage, ...sumOf(cells.filter((cell) => cell.stage === stage)), limit: limitOf(stage) })),
      lanes: lanesOf(cells, query.lanes),
      cells: cells.map(({ laneName: _, ...cell }) => ({ ...cell, ...this.cellOf(query, cell, cards) })),
      mayLimit: holdsOneOf(person, mayLimit),
    };
  }

  /** Cards of one cell that follow those a cursor tells of. */
  async cell(
    person: SignedIn,
    query: BoardQuery,
    wanted: Pick<z.output<typeof boardCellQuery>, 'lane' | 'column' | 'cursor'>,
  ): Promise<z.output<typeof boardCardsAnswer>> {
    const after =
      wanted.cursor === undefined
        ? undefined
        : positionOf(wanted.cursor, order, { of: cellMark(query, wanted.lane, wanted.column), byInstant: true });
    const cell = { lane: wanted.lane, ...(after === undefined ? {} : { after }) };
    const wish = { stages: [wanted.column], perCell: perCell[query.lanes], cell };
    const cards = await boardCards(this.db, actorOf(person), query, wish);
    return this.cellOf(query, { lane: wanted.lane, stage: wanted.column }, cards);
  }

  /** Sets how many projects a stage should hold. Throws NOT_ALLOWED for others than the head of the Secretariat, STALE_REVISION. */
  async setLimit(
    person: SignedIn,
    { stage, most, version }: z.output<typeof limitBody> & { stage: Stage; version: number },
  ): Promise<z.output<typeof limitSaved>> {
    if (!holdsOneOf(person, mayLimit)) throw new Problem('NOT_ALLOWED');
    const saved = await setBoardLimit(this.db, { stage, most, version, by: person.personId });
    if (!saved.ok) throw new Problem('STALE_REVISION', { values: { expectedRev: version, currentRev: saved.current ?? 0 } });
    return { most, version: saved.version };
  }

  private cellOf(
    query: BoardQuery,
    { lane, stage }: { lane: string; stage: string },
    cards: BoardCard[],
  ): { cards: Card[]; next: string | null } {
    const most = perCell[query.lanes];
    const own = cards.filter((card) => card.lane === lane && card.stage === stage);
    const last = own[most - 1];
    const next =
      own.length > most && last !== undefined
        ? cursorOf({ sort: order, key: last.sortKey, id: last.id, of: cellMark(query, lane, stage) })
        : null;
    return { cards: own.slice(0, most).map(cardOf), next };
  }

  private async inEachStage(actor: Actor, query: BoardQuery, cells: BoardCell[]): Promise<Map<string, number>> {
    const { lanes: _, ...filters } = query;
    const rows =
      Object.keys(filters).length === 0
        ? cells.map(({ stage, projects }) => ({ stage, count: projects }))
        : await countProjects(this.db, actor);
    const all = new Map<string, number>();
    for (const { stage, count } of rows) all.set(stage, (all.get(stage) ?? 0) + count);
    return all;
  }
}

/** Names a cell under its filters, so that a cursor of another is refused. */
function cellMark(query: BoardQuery, lane: string, stage: string): string {
  return listMark('board', { ...query, lane, stage });
}

function cardOf({ sortKey: _key, lane: _lane, deadline, since, ...card }: BoardCard): Card {
  return {
    ...card,
    since: since.toISOString(),
    deadline: deadline === null ? null : { ...deadline, endsAt: deadline.endsAt.toISOString() },
  };
}

function sumOf(cells: Counts[]): Counts {
  const sum = (of: (cell: Counts) => number): number => cells.reduce((total, cell) => total + of(cell), 0);
  return { projects: sum((cell) => cell.projects), overdue: sum((cell) => cell.overdue), held: sum((cell) => cell.held) };
}

/** Lanes in the order of their names, the newest call first, what has none last. */
function lanesOf(cells: BoardCell[], lanes: BoardQuery['lanes']): z.output<typeof board>['lanes'] {
  const names = new Map(cells.map(({ lane, laneName }) => [lane, laneName]));
  const nameOf = ([lane, name]: [string, string | null]): string => name ?? lane;
  const turn = lanes === 'call' ? -1 : 1;
  return [...names]
    .sort((a, b) => Number(a[0] === 'none') - Number(b[0] === 'none') || turn * nameOf(a).localeCompare(nameOf(b), 'zh-CN'))
    .map(([lane, name]) => ({ lane, name, ...sumOf(cells.filter((cell) => cell.lane === lane)) }));
}
