import { Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MailContent } from '../../../components/mail-content';
import { Read } from '../../../components/read';
import { formatDate } from '../../../lib/format';
import {
  pairLanguages,
  previewQuery,
  trialsQuery,
  type PairLanguage,
  type Preview,
  type TemplateKind,
  type TextPair,
} from '../api/templates';
import { Findings } from './findings';

const typedForMs = 400;

function Side({ language, shown }: { language: PairLanguage; shown: Preview['en'] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('templates.previewIn', { language: t(`templates.languages.${language}`) })} data-testid={`preview-${language}`}>
      <Title order={3} size="h4">
        {t(`templates.languages.${language}`)}
      </Title>
      {shown === null ? (
        <Text>{t('templates.unwritable')}</Text>
      ) : (
        <>
          <Text my="xs" lang={language} style={{ overflowWrap: 'anywhere' }}>
            {t('templates.subject', { subject: shown.subject })}
          </Text>
          <MailContent content={shown} />
        </>
      )}
    </section>
  );
}

/** A mail in both languages, and what is to be put right in its words. */
export function WrittenMail({ shown, checked }: { shown: Preview; checked: boolean }) {
  return (
    <Stack gap="md">
      {checked && <Findings findings={shown.findings} />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {pairLanguages.map((language) => (
          <Side key={language} language={language} shown={shown[language]} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

/** A mail as it would read with these words, written by the renderer that sends, on a real mail or the sample; and what the check says. */
export function TemplatePreview({ kind, texts, checked }: { kind: TemplateKind; texts: TextPair; checked: boolean }) {
  const { t, i18n } = useTranslation();
  const [mail, setMail] = useState<string | null>(null);
  const [q, setQ] = useState('');
  const [settled] = useDebouncedValue(texts, typedForMs);
  const [asked] = useDebouncedValue(q.trim(), typedForMs);
  const trials = useQuery({ ...trialsQuery(kind, asked), placeholderData: keepPreviousData });
  const preview = useQuery({ ...previewQuery(kind, settled, mail), placeholderData: keepPreviousData });
  const options = (trials.data?.items ?? []).map(({ id, reference, personName, sendAfter }) => ({
    value: id,
    label: [reference, personName, formatDate(sendAfter.slice(0, 10), i18n.language)].filter(Boolean).join(' · '),
  }));
  return (
    <Stack gap="md">
      <Select
        label={t('templates.previewOn')}
        description={t('templates.previewOnHelp')}
        placeholder={t('templates.sample')}
        maw={560}
        searchable
        clearable
        filter={({ options: all }) => all}
        nothingFoundMessage={t('templates.noTrials')}
        data={options}
        value={mail}
        onChange={setMail}
        onSearchChange={(typed) => setQ(options.some(({ label }) => label === typed) ? '' : typed)}
      />
      <Read query={preview}>{(shown) => <WrittenMail shown={shown} checked={checked} />}</Read>
    </Stack>
  );
}
