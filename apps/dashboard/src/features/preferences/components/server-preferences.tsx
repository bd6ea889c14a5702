import { Radio, Select, Stack, Switch, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { speak } from '../../../i18n/words';
import { zoneNames } from '../../../lib/format';
import { languageNames, languages } from '../../../lib/language';
import type { Me } from '../../../lib/session';
import { savePreferences, type Preferences } from '../api/preferences';

function LanguageChoice({ value, onChange }: { value: string; onChange: (language: string) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t('preferences.language')} description={t('settings.languageText')} value={value} onChange={onChange}>
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
  );
}

/** What holds on every device and for mails: language, zone, digest. Each is stored as soon as it is chosen. */
export function ServerPreferences({ me }: { me: Me }) {
  const { t, i18n } = useTranslation();
  const saving = useMutation({ mutationFn: savePreferences });
  const now: Preferences = { language: me.language, zone: me.zone, digest: me.digest };
  const choose = (chosen: string): void => {
    const language = languages.find((one) => one === chosen);
    if (language === undefined) return;
    saving.mutate({ ...now, language });
    void speak(language);
  };
  return (
    <>
      <LanguageChoice value={i18n.language} onChange={choose} />
      <Select
        label={t('settings.zone')}
        description={t('settings.zoneText')}
        data={zoneNames(me.zone).map((zone) => ({ value: zone, label: t(`zones.${zone}`, { defaultValue: zone.replaceAll('_', ' ') }) }))}
        value={me.zone}
        onChange={(zone) => zone !== null && saving.mutate({ ...now, zone })}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('form.nothingFound')}
        comboboxProps={{ withinPortal: false }}
      />
      <Switch
        label={t('settings.digest')}
        description={t('settings.digestText')}
        checked={me.digest === 'daily'}
        onChange={(event) => saving.mutate({ ...now, digest: event.currentTarget.checked ? 'daily' : 'off' })}
      />
      <Text role="status" size="sm">
        {saving.isSuccess ? t('settings.saved') : ''}
      </Text>
      {saving.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={saving.error} />
        </div>
      )}
    </>
  );
}
