import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { calendarsQuery } from '../../features/calendars/api/calendars';
import { CalendarDrafts, CalendarGrid, MissingCalendars } from '../../features/calendars/components/calendar-overview';
import { NewCalendarForm } from '../../features/calendars/components/new-calendar-form';

function CalendarsPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const calendars = useQuery(calendarsQuery);
  return (
    <Stack gap="lg">
      <PageTitle title={t('calendars.title')} />
      <Text maw={760}>{t('calendars.lead')}</Text>
      <Read query={calendars}>
        {({ tables, drafts, missing, mayDraft }) => (
          <Stack gap="lg">
            <MissingCalendars missing={missing} />
            <CalendarGrid tables={tables} />
            <CalendarDrafts drafts={drafts} />
            {mayDraft ? (
              <section aria-labelledby="begin-title">
                <Title order={2} id="begin-title" mb="sm">
                  {t('calendars.beginTitle')}
                </Title>
                <NewCalendarForm onBegun={(id) => void navigate({ to: `/administration/calendars/drafts/${id}` as '/' })} />
              </section>
            ) : (
              <Text>{t('calendars.readOnly')}</Text>
            )}
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** The countries' calendars. */
export const route = createLazyRoute('/signed-in/administration/calendars')({ component: CalendarsPage });
