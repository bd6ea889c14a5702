import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName, formatMonth } from '../../../lib/format';
import type { Overview } from '../api/overview';
import { heatOf, heatStep, searchOfCell, type HeatColumn } from '../heat';

interface HeatCellProps {
  country: string | null;
  column: HeatColumn;
  projects: number;
  most: number;
  label: string;
}

/** Number, shade, stripes and words say the same; the number leads to exactly these projects. */
function HeatCell({ country, column, projects, most, label }: HeatCellProps) {
  const { t } = useTranslation();
  if (projects === 0)
    return (
      <Table.Td>
        <Text size="sm" c="dimmed">
          0
        </Text>
      </Table.Td>
    );
  const step = heatStep(projects, most);
  return (
    <Table.Td className="heat" data-step={step}>
      <Anchor
        component={Link}
        to="/projects"
        search={searchOfCell(country, column) as never}
        fw={600}
        c="inherit"
        underline="always"
        aria-label={`${label}: ${t('home.late', { count: projects })}`}
      >
        {projects}
      </Anchor>
      {step === 3 && (
        <Text component="span" size="xs" ms={6}>
          {t('home.most')}
        </Text>
      )}
    </Table.Td>
  );
}

/** Overdue projects by host country and by the month in which they were due; older months are one column. */
export function OverdueHeat({ months }: { months: Overview['overdueMonths'] }) {
  const { t, i18n } = useTranslation();
  const { columns, rows, count, most } = heatOf(months);
  const monthName = ({ month }: HeatColumn): string => (month === undefined ? t('home.earlier') : formatMonth(month, i18n.language));
  const rowName = (country: string | null): string => (country === null ? t('home.noCountry') : countryName(country, i18n.language));
  return (
    <section aria-labelledby="home-heat">
      <Title order={2} id="home-heat" mb="xs">
        {t('home.heat')}
      </Title>
      {months.length === 0 && <Text c="dimmed">{t('home.none.heat')}</Text>}
      {months.length > 0 && (
        <Table.ScrollContainer minWidth={360} type="native" tabIndex={0} role="group" aria-labelledby="home-heat">
          <Table withTableBorder withColumnBorders aria-labelledby="home-heat">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('list.country')}</Table.Th>
                {columns.map((column) => (
                  <Table.Th key={column.key} scope="col">
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
                      key={column.key}
                      country={country}
                      column={column}
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
