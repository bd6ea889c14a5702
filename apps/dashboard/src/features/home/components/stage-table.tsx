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

/** How many projects, and in words how many of them are late; the number leads to them. */
function Sum({ cells, search, label }: SumProps) {
  const { t } = useTranslation();
  const projects = cells.reduce((total, cell) => total + cell.projects, 0);
  const late = cells.reduce((total, cell) => total + cell.overdue, 0);
  if (projects === 0) return <Text c="dimmed">–</Text>;
  return (
    <>
      <Anchor component={Link} to="/projects" search={search as never} fw={600} aria-label={`${label}: ${projects}`}>
        {projects}
      </Anchor>
      {late > 0 && (
        <Text size="xs" c="var(--mantine-color-error)" fw={600}>
          {t('home.late', { count: late })}
        </Text>
      )}
    </>
  );
}

/** Where the projects stand: a row per host country, a column per stage; held ones are in the numbers. */
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
        <Table.ScrollContainer minWidth={640} type="native">
          <Table withTableBorder withColumnBorders aria-labelledby="home-stages">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('list.country')}</Table.Th>
                {stages.map((stage) => (
                  <Table.Th key={stage} scope="col">
                    {t(`stages.${stage}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((country) => (
                <Table.Tr key={country ?? '-'}>
                  <Table.Th scope="row">{name(country)}</Table.Th>
                  {stages.map((stage) => (
                    <Table.Td key={stage}>
                      <Sum
                        cells={cells.filter((cell) => cell.stage === stage && cell.country === country)}
                        search={{ stage, country: country ?? 'none' }}
                        label={`${name(country)}, ${t(`stages.${stage}`)}`}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
