import { Radio, Stack, Switch, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { CalendarFeed } from '../../features/preferences/components/calendar-feed';
import { ServerPreferences } from '../../features/preferences/components/server-preferences';
import { meQuery } from '../../lib/me';
import { shortcutsAreOn, switchShortcuts } from '../../lib/shortcuts';

/** What holds for this device alone. */
function DevicePreferences() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Radio.Group
        label={t('preferences.scheme')}
        value={colorScheme}
        onChange={(chosen) => setColorScheme(chosen === 'dark' || chosen === 'light' ? chosen : 'auto')}
      >
        <Stack gap="xs" mt="xs">
          {(['auto', 'light', 'dark'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`preferences.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Switch
        label={t('preferences.shortcuts')}
        description={t('preferences.shortcutsText')}
        defaultChecked={shortcutsAreOn()}
        onChange={(event) => switchShortcuts(event.currentTarget.checked)}
      />
    </>
  );
}

function PreferencesPage() {
  const { t } = useTranslation();
  const { me: first } = route.useRouteContext();
  const me = useQuery(meQuery).data ?? first;
  return (
    <Stack gap="lg" maw={560}>
      <PageTitle title={t('preferences.title')} />
      <ServerPreferences me={me} />
      <DevicePreferences />
      <CalendarFeed zone={me.zone} />
    </Stack>
  );
}

/** What a person sets for himself. */
export const route = createLazyRoute('/signed-in/preferences')({ component: PreferencesPage });
