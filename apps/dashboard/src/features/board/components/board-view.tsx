import { NativeSelect, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import type { Board, BoardFilters } from '../api/board';
import type { CardMove } from '../use-card-move';
import '../board.css';
import { CellView } from './cell-view';
import { ColumnHead } from './column-head';

interface BoardViewProps {
  board: Board;
  filters: BoardFilters;
  shut: readonly string[];
  move: CardMove;
  onToggle: (stage: string) => void;
  /** The one column that a phone shows; nothing on a desk. */
  only?: string | undefined;
  onOnly: (stage: string) => void;
}

function useLaneName(lanes: string | undefined): (lane: Board['lanes'][number]) => string {
  const { t, i18n } = useTranslation();
  return ({ lane, name }) => {
    if (lane === 'none') return t(lanes === 'officer' ? 'board.noOfficer' : 'home.noCountry');
    return lanes === 'country' ? countryName(lane, i18n.language) : (name ?? lane);
  };
}

/** The board: columns are stages, rows are lanes; on a phone one column with a switch. */
export function BoardView({ board, filters, shut, move, onToggle, only, onOnly }: BoardViewProps) {
  const { t } = useTranslation();
  const laneName = useLaneName(filters.lanes);
  const columns = only === undefined ? board.columns : board.columns.filter(({ stage }) => stage === only);
  const isShut = (stage: string): boolean => only === undefined && shut.includes(stage);
  const template = columns.map(({ stage }) => (isShut(stage) ? '84px' : 'minmax(210px, 1fr)')).join(' ');
  const minWidth = columns.reduce((sum, { stage }) => sum + (isShut(stage) ? 92 : 218), 8);
  const grid = only === undefined ? { gridTemplateColumns: template, minWidth } : { gridTemplateColumns: '1fr' };
  const withLanes = (filters.lanes ?? 'none') !== 'none';
  const lanes = withLanes ? board.lanes : [{ lane: 'none', name: null, projects: 0, overdue: 0, held: 0 }];
  const nowMs = Date.parse(board.at);
  return (
    <>
      {only !== undefined && (
        <NativeSelect
          label={t('board.column')}
          value={only}
          onChange={(event) => onOnly(event.currentTarget.value)}
          data={board.columns.map(({ stage, projects }) => ({ value: stage, label: `${t(`stages.${stage}`)} (${projects})` }))}
        />
      )}
      <p id="board-keys" className="visually-hidden">
        {t('board.keys')}
      </p>
      <div className="board" role="region" aria-label={t('board.title')} tabIndex={0} data-board data-phone={only !== undefined}>
        <div className="board-heads" style={grid}>
          {columns.map((column) => (
            <ColumnHead
              key={column.stage}
              column={column}
              shut={isShut(column.stage)}
              mayLimit={board.mayLimit}
              move={move}
              onToggle={only === undefined ? () => onToggle(column.stage) : undefined}
            />
          ))}
        </div>
        {lanes.map((lane) => (
          <section key={lane.lane} data-lane aria-label={withLanes ? laneName(lane) : t('board.all')}>
            {withLanes && (
              <div className="board-lane">
                <Title order={3}>{laneName(lane)}</Title>
                <Text size="sm">
                  {t('board.projects', { count: lane.projects })}
                  {lane.overdue > 0 && ` · ${t('home.late', { count: lane.overdue })}`}
                </Text>
              </div>
            )}
            <div className="board-cells" style={grid}>
              {columns.map(({ stage }) => (
                <CellView
                  key={stage}
                  lane={lane.lane}
                  stage={stage}
                  label={withLanes ? `${laneName(lane)}, ${t(`stages.${stage}`)}` : t(`stages.${stage}`)}
                  cell={board.cells.find((cell) => cell.lane === lane.lane && cell.stage === stage)}
                  filters={filters}
                  nowMs={nowMs}
                  move={move}
                  shut={isShut(stage)}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}
