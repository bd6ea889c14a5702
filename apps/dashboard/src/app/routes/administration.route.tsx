import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { PageTitle } from '../../components/page-title';
import { ToolCards } from '../../features/administration/components/tool-cards';
import { calendarsQuery } from '../../features/calendars/api/calendars';
import { MissingCalendars } from '../../features/calendars/components/calendar-overview';
import { toolsOf } from '../../features/administration/tools';

const calendarsPage = '/administration/calendars';

function AdministrationPage() {
  const { t } = useTranslation();
  const { me } = route.useRouteContext();
  const tools = toolsOf(me.roles);
  const calendars = useQuery({ ...calendarsQuery, enabled: tools.some(({ to }) => to === calendarsPage) });
  return (
    <Stack gap="lg">
      <PageTitle title={t('administration.title')} />
      {tools.length === 0 ? (
        <EmptyState title={t('administration.nothing')} text={t('administration.nothingHelp')} />
      ) : (
        <>
          <Text>{t('administration.text')}</Text>
          {calendars.data !== undefined && <MissingCalendars missing={calendars.data.missing} withLink />}
          <ToolCards tools={tools} />
        </>
      )}
    </Stack>
  );
}

/** The tools of those who steer and keep the programme. */
export const route = createLazyRoute('/signed-in/administration')({ component: AdministrationPage });
