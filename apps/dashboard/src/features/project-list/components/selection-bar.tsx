import { Button, Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ExportQuery } from '../../../lib/export-table';
import { countOf, mostByName, queryOf, type Selection } from '../selection';
import { ProjectExportMenu } from './export-menu';

interface SelectionBarProps {
  selection: Selection;
  /** How many match the filters now. */
  total: number;
  /** Order and columns of an export. */
  shown: ExportQuery;
  /** Whether the reader may act on many projects at once. */
  mayAct: boolean;
  onAll: () => void;
  onClear: () => void;
}

/** What is chosen, and what can be done with it. */
export function SelectionBar({ selection, total, shown, mayAct, onAll, onClear }: SelectionBarProps) {
  const { t } = useTranslation();
  const count = countOf(selection);
  if (count === 0) return null;
  const query = queryOf(selection);
  return (
    <Paper withBorder shadow="md" p="sm" className="selection-bar" role="region" aria-label={t('projectList.selection')}>
      <Group gap="sm">
        <Text fw={600} role="status">
          {t(selection.kind === 'all' ? 'projectList.selectedAll' : 'projectList.selected', { count })}
        </Text>
        {selection.kind === 'some' && total > count && (
          <Button size="xs" variant="subtle" onClick={onAll}>
            {t('projectList.selectAll', { count: total })}
          </Button>
        )}
        {selection.kind === 'some' && count >= mostByName && <Text size="sm">{t('projectList.most', { count: mostByName })}</Text>}
        <Group gap="sm" ml="auto">
          {mayAct && (
            <Button component={Link} to="/administration/bulk/new" search={query as never}>
              {t('projectList.actOnThese')}
            </Button>
          )}
          <ProjectExportMenu query={{ ...query, ...shown }} count={count} />
          <Button variant="default" onClick={onClear}>
            {t('projectList.clearSelection')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
