import { Group, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedDay } from '../api/calendars';
import { dayKinds, weeksOf } from '../days';
import './year-view.css';

interface YearProps {
  year: number;
  days: readonly ListedDay[];
}

function Month({ year, month, byDate }: { year: number; month: number; byDate: ReadonlyMap<string, ListedDay[]> }) {
  const { t, i18n } = useTranslation();
  const name = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, 1)));
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'narrow', timeZone: 'UTC' });
  return (
    <table className="year-month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, day) => (
            <th key={day} scope="col" data-weekend={day > 4 || undefined}>
              {weekday.format(new Date(Date.UTC(2024, 0, 1 + day)))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, index) => (
          <tr key={index}>
            {week.map((day, column) => {
              if (day === undefined) return <td key={column} />;
              const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
              const [listed] = byDate.get(date) ?? [];
              return (
                <td key={column} data-kind={listed?.kind} data-weekend={column > 4 || undefined} title={listed?.name}>
                  {day}
                  {listed !== undefined && (
                    <>
                      <span aria-hidden className="year-mark">
                        {t(`calendars.marks.${listed.kind}`, { defaultValue: '' })}
                      </span>
                      <span className="visually-hidden">{`${t(`calendars.kinds.${listed.kind}`, { defaultValue: listed.kind })} ${listed.name}`}</span>
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A whole year: each listed day stands out by colour and by a letter. */
export function YearView({ year, days }: YearProps) {
  const { t } = useTranslation();
  const byDate = new Map<string, ListedDay[]>();
  for (const day of days) byDate.set(day.date, [...(byDate.get(day.date) ?? []), day]);
  return (
    <div data-testid="year-view">
      <Group gap="sm" mb="xs">
        {dayKinds
          .filter((kind) => days.some((day) => day.kind === kind))
          .map((kind) => (
            <Text key={kind} size="sm" className="year-legend">
              <span className="year-swatch" data-kind={kind} aria-hidden>
                {t(`calendars.marks.${kind}`)}
              </span>{' '}
              {t(`calendars.kinds.${kind}`)}
            </Text>
          ))}
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3, lg: 4 }}>
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} year={year} month={month + 1} byDate={byDate} />
        ))}
      </SimpleGrid>
    </div>
  );
}
