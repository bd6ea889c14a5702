import { Radio, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { changeWords } from '../../i18n/words';
import { languageName } from '../../lib/format';
import { languages, rememberLanguage } from '../../lib/language';
import { queryClient } from '../../lib/query-client';

const names = { 'zh-CN': '简体中文', en: 'English' } as const;

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
          const language = languages.find((one) => one === chosen) ?? 'en';
          rememberLanguage(language);
          void changeWords(language).then(() => queryClient.invalidateQueries());
        }}
      >
        <Stack gap="xs" mt="xs">
          {languages.map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <Text component="span" lang={one}>
                  {names[one]}
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
    </Stack>
  );
}

/** What a person sets for himself. */
export const route = createLazyRoute('/signed-in/preferences')({ component: PreferencesPage });
