import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rememberWalk } from '../../../lib/walk';
import type { ProjectPage } from '../api/projects';
import { activeFilters, columnsOf, usualSort, withFilter, type ListSearch } from '../list-state';
import { isSelected, type Selection } from '../selection';
import { useRowKeys } from '../use-row-keys';
import { Pager } from './pager';
import { ProjectCards } from './project-cards';
import { ProjectTable } from './project-table';

interface FoundProps {
  page: ProjectPage;
  nowMs: number;
  search: ListSearch;
  asTable: boolean;
  selection: Selection;
  onSelect: (ids: string[], chosen: boolean) => void;
  onChange: (search: ListSearch) => void;
}

/** With more columns than these the table scrolls in a box of its own. */
const columnsInPage = 5;

/** The page of the list, or why there is none. */
export function FoundProjects({ page, nowMs, search, asTable, selection, onSelect, onChange }: FoundProps) {
  const { t } = useTranslation();
  const lines = page.items;
  const box = useRowKeys((id) => onSelect([id], !isSelected(selection, id)));
  if (lines.length === 0) return <Nothing filtered={activeFilters(search).length > 0} onClear={() => onChange({})} />;
  const columns = columnsOf(search);
  const shared = { lines, nowMs, selection, onSelect, onOpen: () => rememberWalk(lines.map((line) => line.id)) };
  const boxed = asTable && columns.length > columnsInPage;
  return (
    <Stack gap="md">
      <div ref={box} {...(boxed ? { className: 'list-scroll', role: 'region', 'aria-label': t('list.title'), tabIndex: 0 } : {})}>
        {asTable ? (
          <ProjectTable
            {...shared}
            columns={columns}
            sort={search.sort ?? usualSort}
            boxed={boxed}
            compact={search.density === 'compact'}
            onSort={(sort) => onChange(withFilter(search, 'sort', sort === usualSort ? null : sort))}
          />
        ) : (
          <ProjectCards {...shared} />
        )}
      </div>
      <Pager page={page} search={search} onChange={onChange} />
    </Stack>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" align="flex-start">
      <Text>{filtered ? t('list.nothingFound') : t('list.empty')}</Text>
      {filtered && (
        <Button variant="default" onClick={onClear}>
          {t('list.clear')}
        </Button>
      )}
    </Stack>
  );
}
