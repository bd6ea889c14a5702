import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeWords } from '../i18n/words';
import { rememberLanguage, type Language } from '../lib/language';
import { queryClient } from '../lib/query-client';

const other: Record<Language, { tag: Language; label: string }> = {
  en: { tag: 'zh-CN', label: '中文' },
  'zh-CN': { tag: 'en', label: 'English' },
};

/** Shows everything in the other language; sentences of the server are asked for anew. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const { tag, label } = other[i18n.language as Language] ?? other.en;
  return (
    <Button
      variant="subtle"
      lang={tag}
      onClick={() => {
        rememberLanguage(tag);
        void changeWords(tag).then(() => queryClient.invalidateQueries());
      }}
    >
      {label}
    </Button>
  );
}
