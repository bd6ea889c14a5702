import { Group, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { SavedViews } from '../../components/saved-views/saved-views';
import { boardQuery, type BoardFilters as Filters } from '../../features/board/api/board';
import { shutColumns, toggled } from '../../features/board/columns';
import { BoardFilters } from '../../features/board/components/board-filters';
import { BoardView } from '../../features/board/components/board-view';
import { MoveDialog } from '../../features/board/components/move-dialog';
import { useCardMove } from '../../features/board/use-card-move';
import { commandNameOf } from '../../lib/commands';
import { localDateAfter } from '../../lib/format';
import { stages } from '../../lib/stages';
import { searchOfView } from '../../lib/views';

/** What was shown when a move began stays until it ends: news never pulls a card away under a hand. */
function useHeldWhile<T>(value: T, holding: boolean): T {
  const [kept, setKept] = useState(value);
  if (!holding && kept !== value) setKept(value);
  return holding ? kept : value;
}

function BoardPage() {
  const { t } = useTranslation();
  const { shut: shutText, column, ...filters } = route.useSearch();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const phone = useMediaQuery('(max-width: 48em)', window.innerWidth < 768, { getInitialValueInEffect: false });
  const shut = shutColumns(shutText);
  const only = phone ? (stages.find((stage) => stage === column) ?? 'review') : undefined;
  const open = only === undefined ? stages.filter((stage) => !shut.includes(stage)) : [only];
  const read = useQuery(boardQuery(filters, open));
  const move = useCardMove((card, { command }) => {
    const params = { projectId: card.id, command: commandNameOf(command ?? '') };
    void navigate({ to: '/projects/$projectId/do/$command', params: params as never, search: { rev: card.rev } as never });
  });
  const board = useHeldWhile(read.data, move.lifted !== undefined || move.talk !== undefined);
  const set = (change: Filters & { shut?: string | undefined; column?: string | undefined }): void => {
    void navigate({ search: change as never, replace: true, resetScroll: false });
  };
  const shutPart = shutText === undefined ? {} : { shut: shutText };
  const columns = column === undefined ? shutPart : { ...shutPart, column };
  return (
    <Stack gap="md" className="board-wide">
      <Group justify="space-between">
        <PageTitle title={t('board.title')} />
        <SavedViews page="board" search={{ ...filters, ...shutPart }} onOpen={(view) => set(searchOfView(view.search))} />
      </Group>
      <BoardFilters
        filters={filters}
        myId={me.personId}
        week={{ from: localDateAfter(0), to: localDateAfter(7) }}
        onChange={(next) => set({ ...next, ...columns })}
      />
      {read.isPending && <Loading />}
      {read.isError && <ProblemPanel error={read.error} onRetry={() => void read.refetch()} />}
      {board !== undefined && (
        <BoardView
          board={board}
          filters={filters}
          shut={shut}
          move={move}
          only={only}
          onToggle={(stage) => set({ ...filters, ...columns, shut: toggled(shutText, stage) })}
          onOnly={(stage) => set({ ...filters, ...columns, column: stage })}
        />
      )}
      <MoveDialog move={move} />
    </Stack>
  );
}

/** Where every project stands, by stage; cards are moved to what comes next. */
export const route = createLazyRoute('/signed-in/board')({ component: BoardPage });
