import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName, formatMonth } from '../../../lib/format';
import type { Overview } from '../api/overview';

type Months = Overview['overdueMonths'];

const monthsShown = 6;

/** Number, shade and text say the same; the shade is relative to the fullest cell and keeps the text readable. */
function shadeOf(projects: number, most: number): string {
  const share = most === 0 ? 0 : Math.round(6 + (22 * projects) / most);
  return `color-mix(in srgb, var(--mantine-color-error) ${share}%, transparent)`;
}

interface HeatCellProps {
  country: string | null;
  projects: number;
  most: number;
  label: string;
}

function HeatCell({ country, projects, most, label }: HeatCellProps) {
  if (projects === 0) return <Table.Td>0</Table.Td>;
  const search = { overdue: 'true', sort: 'deadline', ...(country === null ? {} : { country }) };
  return (
    <Table.Td style={{ background: shadeOf(projects, most) }}>
      <Anchor component={Link} to="/projects" search={search as never} fw={600} c="inherit" aria-label={`${label}: ${projects}`}>
        {projects}
      </Anchor>
    </Table.Td>
  );
}

/** Overdue projects by host country and by the month in which they were due; older months are one column. */
export function OverdueHeat({ months }: { months: Months }) {
  const { t, i18n } = useTranslation();
  const all = [...new Set(months.map(({ month }) => month))].sort();
  const older = new Set(all.slice(0, Math.max(0, all.length - monthsShown)));
  const columns = [...(older.size > 0 ? ['older'] : []), ...all.filter((month) => !older.has(month))];
  const rows = [...new Set(months.map(({ country }) => country))].sort();
  const count = (country: string | null, column: string): number =>
    months
      .filter((one) => one.country === country && (column === 'older' ? older.has(one.month) : one.month === column))
      .reduce((total, one) => total + one.projects, 0);
  const most = Math.max(0, ...rows.flatMap((country) => columns.map((column) => count(country, column))));
  const monthName = (column: string): string => (column === 'older' ? t('home.earlier') : formatMonth(column, i18n.language));
  const rowName = (country: string | null): string => (country === null ? t('home.noCountry') : countryName(country, i18n.language));
  return (
    <section aria-labelledby="home-heat">
      <Title order={2} id="home-heat" mb="xs">
        {t('home.heat')}
      </Title>
      {months.length === 0 && <Text c="dimmed">{t('home.none.heat')}</Text>}
      {months.length > 0 && (
        <Table.ScrollContainer minWidth={360} type="native">
          <Table withTableBorder withColumnBorders aria-labelledby="home-heat">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('list.country')}</Table.Th>
                {columns.map((column) => (
                  <Table.Th key={column} scope="col">
                    {monthName(column)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((country) => (
                <Table.Tr key={country ?? '-'}>
                  <Table.Th scope="row">{rowName(country)}</Table.Th>
                  {columns.map((column) => (
                    <HeatCell
                      key={column}
                      country={country}
                      projects={count(country, column)}
                      most={most}
                      label={`${rowName(country)}, ${monthName(column)}`}
                    />
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
