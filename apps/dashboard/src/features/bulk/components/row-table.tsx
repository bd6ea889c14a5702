import { Anchor, Badge, Button, Card, Group, Select, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BulkRow, BulkRowPage } from '../api/bulk';

const states = ['waiting', 'sent', 'applied', 'proposed', 'refused', 'changed', 'failed', 'skipped'] as const;
const columns = ['project', 'foreseen', 'state', 'why'] as const;

/** Which rows are shown, as it stands in the address. */
export interface RowSearch {
  state?: string;
  after?: string;
}

function Project({ row }: { row: BulkRow }) {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/projects/$projectId" params={{ projectId: row.projectId } as never}>
      {row.reference ?? t('list.untitled')}
    </Anchor>
  );
}

const plain: readonly BulkRow['state'][] = ['waiting', 'skipped'];
const bad: readonly BulkRow['state'][] = ['refused', 'failed'];

/** What became of a row: what still waits is plain text, what was done or went wrong stands out. */
function Became({ state }: { state: BulkRow['state'] }) {
  const { t } = useTranslation();
  const words = t(`bulk.rowStates.${state}`);
  if (plain.includes(state)) return <Text size="sm">{words}</Text>;
  return (
    <Badge variant="default" size="lg" tt="none" fw={bad.includes(state) ? 700 : 500} style={{ height: 'auto', whiteSpace: 'normal' }}>
      {bad.includes(state) ? `✕ ${words}` : words}
    </Badge>
  );
}

function Rows({ rows }: { rows: readonly BulkRow[] }) {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing="sm" visibleFrom="sm">
      <caption className="visually-hidden">{t('bulk.rows')}</caption>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`bulk.columns.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.position} data-testid="bulk-row">
            <Table.Td>
              <Project row={row} />
            </Table.Td>
            <Table.Td>{t(`bulk.verdicts.${row.verdict}`)}</Table.Td>
            <Table.Td>
              <Became state={row.state} />
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.sentence}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards({ rows }: { rows: readonly BulkRow[] }) {
  const { t } = useTranslation();
  return (
    <Stack hiddenFrom="sm" gap="sm">
      {rows.map((row) => (
        <Card key={row.position} withBorder padding="sm">
          <Project row={row} />
          <Group gap="xs" justify="space-between" mt={4}>
            <Text size="sm">{t(`bulk.verdicts.${row.verdict}`)}</Text>
            <Became state={row.state} />
          </Group>
          {row.sentence !== null && <Text size="sm">{row.sentence}</Text>}
        </Card>
      ))}
    </Stack>
  );
}

interface TableProps {
  page: BulkRowPage;
  search: RowSearch;
  onChange: (search: RowSearch) => void;
}

/** Rows of a run: each project, what was foreseen, what became of it, why. */
export function RowTable({ page, search, onChange }: TableProps) {
  const { t } = useTranslation();
  const { after: _place, ...first } = search;
  return (
    <Stack gap="sm">
      <Select
        label={t('bulk.filter')}
        maw={320}
        clearable
        clearButtonProps={{ 'aria-label': t('bulk.all') }}
        placeholder={t('bulk.all')}
        data={states.map((value) => ({ value, label: t(`bulk.rowStates.${value}`) }))}
        value={search.state ?? null}
        onChange={(state) => onChange(state === null ? {} : { state })}
      />
      {page.items.length === 0 ? <Text role="status">{t('bulk.noRows')}</Text> : <Rows rows={page.items} />}
      <Cards rows={page.items} />
      <Group>
        {search.after !== undefined && (
          <Button variant="default" onClick={() => onChange(first)}>
            {t('list.first')}
          </Button>
        )}
        {page.next !== null && (
          <Button variant="default" onClick={() => onChange({ ...first, after: String(page.next) })}>
            {t('list.next')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
