import { Checkbox, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectLine } from '../api/projects';
import { nextSort, sortedHow, sortOfColumn, type ListColumn } from '../list-state';
import { isSelected, type Selection } from '../selection';
import { ColumnCell, ProjectName } from './project-cells';

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ProjectLine>();

/** What the list is shown with, as a table or as cards. */
export interface LinesProps {
  lines: ProjectLine[];
  nowMs: number;
  selection: Selection;
  onSelect: (ids: string[], chosen: boolean) => void;
  onOpen: () => void;
}

interface TableProps extends LinesProps {
  columns: ListColumn[];
  sort: string;
  compact: boolean;
  /** Whether the table scrolls in a box of its own instead of with the page. */
  boxed: boolean;
  onSort: (sort: string) => void;
}

function ColumnHead({ column, sort, onSort }: { column: ListColumn | 'project'; sort: string; onSort: (sort: string) => void }) {
  const { t } = useTranslation();
  const words = t(`projectList.columns.${column}`);
  const field = sortOfColumn[column];
  if (field === undefined) return <>{words}</>;
  const how = sortedHow(sort, field);
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort }[how];
  return (
    <UnstyledButton className="sort-button" onClick={() => onSort(nextSort(sort, field))}>
      {words}
      <Icon size={14} aria-hidden style={{ opacity: how === 'none' ? 0.45 : 1, flexShrink: 0 }} />
    </UnstyledButton>
  );
}

/** The list as a table: a head that stays, orders to choose, rows to select. */
export function ProjectTable({ lines, nowMs, columns, sort, compact, boxed, selection, onSelect, onSort, onOpen }: TableProps) {
  const { t } = useTranslation();
  const defined = useMemo(
    () => helper.columns([helper.display({ id: 'project' }), ...columns.map((id) => helper.display({ id }))]),
    [columns],
  );
  const table = useTable({ features, columns: defined, data: lines, getRowId: (line) => line.id });
  const chosen = lines.filter((line) => isSelected(selection, line.id)).length;
  const ids = lines.map((line) => line.id);
  const ariaSort = (column: string): 'ascending' | 'descending' | 'none' | undefined => {
    const field = sortOfColumn[column as ListColumn];
    return field === undefined ? undefined : sortedHow(sort, field);
  };
  return (
    <Table
      stickyHeader
      stickyHeaderOffset={boxed ? 0 : 56}
      verticalSpacing={compact ? 4 : 'sm'}
      highlightOnHover
      className="project-table"
      data-compact={compact}
    >
      <caption className="visually-hidden">{t('list.title')}</caption>
      <Table.Thead>
        {table.getHeaderGroups().map((group) => (
          <Table.Tr key={group.id}>
            <Table.Th scope="col" w={40}>
              <Checkbox
                aria-label={t('projectList.selectPage')}
                checked={chosen > 0 && chosen === lines.length}
                indeterminate={chosen > 0 && chosen < lines.length}
                onChange={(event) => onSelect(ids, event.currentTarget.checked)}
              />
            </Table.Th>
            {group.headers.map(({ id }) => (
              <Table.Th key={id} scope="col" aria-sort={ariaSort(id)}>
                <ColumnHead column={id as ListColumn | 'project'} sort={sort} onSort={onSort} />
              </Table.Th>
            ))}
          </Table.Tr>
        ))}
      </Table.Thead>
      <Table.Tbody>
        {table.getRowModel().rows.map((row) => (
          <Table.Tr key={row.id} data-row={row.id} data-selected={isSelected(selection, row.id) || undefined}>
            <Table.Td>
              <Checkbox
                aria-label={t('projectList.select', { name: row.original.reference ?? t('list.untitled') })}
                checked={isSelected(selection, row.id)}
                onChange={(event) => onSelect([row.id], event.currentTarget.checked)}
              />
            </Table.Td>
            {row.getAllCells().map((cell) => (
              <Table.Td key={cell.id} className={`cell-${cell.column.id}`}>
                {cell.column.id === 'project' ? (
                  <ProjectName line={row.original} onOpen={onOpen} />
                ) : (
                  <ColumnCell column={cell.column.id as ListColumn} line={row.original} nowMs={nowMs} />
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
