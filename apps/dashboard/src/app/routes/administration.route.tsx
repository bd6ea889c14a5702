import { Stack, Text } from '@mantine/core';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { PageTitle } from '../../components/page-title';
import { ToolCards } from '../../features/administration/components/tool-cards';
import { toolsOf } from '../../features/administration/tools';

function AdministrationPage() {
  const { t } = useTranslation();
  const { me } = route.useRouteContext();
  const tools = toolsOf(me.roles);
  return (
    <Stack gap="lg">
      <PageTitle title={t('administration.title')} />
      {tools.length === 0 ? (
        <EmptyState title={t('administration.nothing')} text={t('administration.nothingHelp')} />
      ) : (
        <>
          <Text>{t('administration.text')}</Text>
          <ToolCards tools={tools} />
        </>
      )}
    </Stack>
  );
}

/** The tools of those who steer and keep the programme. */
export const route = createLazyRoute('/signed-in/administration')({ component: AdministrationPage });
