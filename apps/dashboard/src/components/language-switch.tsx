import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speak } from '../i18n/words';
import { languageNames, languages } from '../lib/language';

/** Shows everything in another language; each stands there by its own name. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <NativeSelect
      className="language-switch"
      aria-label={t('preferences.language')}
      value={i18n.language}
      onChange={(event) => {
        const chosen = languages.find((one) => one === event.currentTarget.value);
        if (chosen !== undefined) void speak(chosen);
      }}
    >
      {languages.map((one) => (
        <option key={one} value={one} lang={one}>
          {languageNames[one]}
        </option>
      ))}
    </NativeSelect>
  );
}
