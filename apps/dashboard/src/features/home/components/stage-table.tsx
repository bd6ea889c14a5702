import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { stages } from '../../../lib/stages';
import type { Overview } from '../api/overview';

type Cell = Overview['cells'][number];

interface SumProps {
  cells: Cell[];
  search: Record<string, string>;
  label: string;
}

/** How many projects, and in words how many of them are late or held; each number leads to them. */
function Sum({ cells, search, label }: SumProps) {
  const { t } = useTranslation();
  const sum = (of: 'projects' | 'overdue' | 'held'): number => cells.reduce((total, cell) => total + cell[of], 0);
  if (sum('projects') === 0) return <Text c="dimmed">–</Text>;
  const part = (count: number, words: string, more: Record<string, string>, color?: string) =>
    count > 0 && (
      <Anchor
        component={Link}
        to="/projects"
        search={{ ...search, ...more } as never}
        size="xs"
        display="block"
        {...(color ? { c: color } : {})}
      >
        {words}
      </Anchor>
    );
  return (
    <>
      <Anchor component={Link} to="/projects" search={search as never} fw={600} aria-label={`${label}: ${sum('projects')}`}>
        {sum('projects')}
      </Anchor>
      {part(sum('overdue'), t('home.late', { count: sum('overdue') }), { overdue: 'true' }, 'var(--mantine-color-error)')}
      {part(sum('held'), t('board.held', { count: sum('held') }), { held: 'true' })}
    </>
  );
}

interface RowProps {
  name: string;
  cells: Cell[];
  search: Record<string, string>;
}

/** One row: a cell per stage, and their sum. */
function Row({ name, cells, search }: RowProps) {
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      {stages.map((stage) => (
        <Table.Td key={stage}>
          <Sum
            cells={cells.filter((cell) => cell.stage === stage)}
            search={{ ...search, stage }}
            label={`${name}, ${t(`stages.${stage}`)}`}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <Sum cells={cells} search={search} label={`${name}, ${t('home.sum')}`} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Where the projects stand: a row per host country, a column per stage, and the sums. */
export function StageTable({ cells }: { cells: Cell[] }) {
  const { t, i18n } = useTranslation();
  const rows = [...new Set(cells.map(({ country }) => country))].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  const name = (country: string | null): string => (country === null ? t('home.noCountry') : countryName(country, i18n.language));
  return (
    <section aria-labelledby="home-stages">
      <Title order={2} id="home-stages" mb="xs">
        {t('home.stages')}
      </Title>
      {cells.length === 0 && <Text c="dimmed">{t('list.empty')}</Text>}
      {cells.length > 0 && (
        <Table.ScrollContainer minWidth={720} type="native" tabIndex={0} role="group" aria-labelledby="home-stages">
          <Table withTableBorder withColumnBorders aria-labelledby="home-stages">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('list.country')}</Table.Th>
                {stages.map((stage) => (
                  <Table.Th key={stage} scope="col">
                    {t(`stages.${stage}`)}
                  </Table.Th>
                ))}
                <Table.Th scope="col">{t('home.sum')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((country) => (
                <Row
                  key={country ?? '-'}
                  name={name(country)}
                  cells={cells.filter((cell) => cell.country === country)}
                  search={{ country: country ?? 'none' }}
                />
              ))}
              <Row name={t('home.sum')} cells={cells} search={{}} />
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
