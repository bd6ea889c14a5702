import { Radio, Stack, Switch, Text, useMantineColorScheme } from '@mantine/core';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { speak } from '../../i18n/words';
import { languageName } from '../../lib/format';
import { languageNames, languages } from '../../lib/language';
import { shortcutsAreOn, switchShortcuts } from '../../lib/shortcuts';

function PreferencesPage() {
  const { t, i18n } = useTranslation();
  const { me } = route.useRouteContext();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap="lg" maw={560}>
      <PageTitle title={t('preferences.title')} />
      <Radio.Group
        label={t('preferences.language')}
        description={t('preferences.languageText', { language: languageName(me.language, i18n.language) })}
        value={i18n.language}
        onChange={(chosen) => {
          const language = languages.find((one) => one === chosen);
          if (language !== undefined) void speak(language);
        }}
      >
        <Stack gap="xs" mt="xs">
          {languages.map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <Text component="span" lang={one}>
                  {languageNames[one]}
                </Text>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
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
    </Stack>
  );
}

/** What a person sets for himself. */
export const route = createLazyRoute('/signed-in/preferences')({ component: PreferencesPage });
