import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { calendarTableQuery, type CalendarCountry } from '../../features/calendars/api/calendars';
import { DayTable } from '../../features/calendars/components/day-table';
import { YearView } from '../../features/calendars/components/year-view';
import { countryName } from '../../lib/format';

const nothingWrong = new Map<number, string>();

function CalendarPage() {
  const { t, i18n } = useTranslation();
  const params: { country?: string; year?: string } = route.useParams();
  const country = (params.country ?? 'CN') as CalendarCountry;
  const year = Number(params.year);
  const table = useQuery(calendarTableQuery(country, year));
  const file = (format: string): string => `/api/calendars/${country}/${year}/export?format=${format}`;
  return (
    <Stack gap="lg">
      <PageTitle title={t('calendars.tableOf', { country: countryName(country, i18n.language), year })} />
      <Read query={table}>
        {({ version, source, days }) => (
          <Stack gap="lg">
            <Group gap="md">
              <Text>{t('calendars.version', { version })}</Text>
              <Text style={{ overflowWrap: 'anywhere' }}>{source ?? t('calendars.noSource')}</Text>
              <Anchor href={file('csv')}>{t('calendars.exportCsv')}</Anchor>
              <Anchor href={file('ics')}>{t('calendars.exportIcs')}</Anchor>
              <Anchor component={Link} to={'/administration/calendars'}>
                {t('calendars.back')}
              </Anchor>
            </Group>
            <YearView year={year} days={days} />
            <section aria-labelledby="days-title">
              <Title order={2} id="days-title" mb="xs">
                {t('calendars.daysTitle')}
              </Title>
              <DayTable days={days} errors={nothingWrong} />
            </section>
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** One country's year. */
export const route = createLazyRoute('/signed-in/administration/calendars/$country/$year')({ component: CalendarPage });
