import { Button, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PairLanguage, TextPair } from '../api/templates';
import { slotWords } from '../words';
import { fieldId } from './findings';

interface WordsSideProps {
  language: PairLanguage;
  words: TextPair['en'];
  /** Writes a line or paragraph; nothing where the words are only read. */
  onWrite: ((slot: string, text: string) => void) | undefined;
  onRemove: (no: number) => void;
  onFocus: (slot: string, field: HTMLInputElement | HTMLTextAreaElement) => void;
}

/** The words of one language: fields while they are written, else text. */
export function WordsSide({ language, words, onWrite, onRemove, onFocus }: WordsSideProps) {
  const { t } = useTranslation();
  const slots = words.body.map((text, i) => ({ slot: `body.${i + 1}`, no: i + 1, text }));
  const name = t(`templates.languages.${language}`);
  return (
    <section aria-label={name} lang={language}>
      <Title order={3} size="h4" mb="xs">
        {name}
      </Title>
      <Stack gap="sm">
        {onWrite === undefined ? (
          <Text fw={600} id={fieldId(language, 'act')} style={{ overflowWrap: 'anywhere' }}>
            {words.act}
          </Text>
        ) : (
          <TextInput
            id={fieldId(language, 'act')}
            label={t('templates.fieldIn', { field: slotWords('act', t), language: name })}
            maxLength={200}
            value={words.act}
            onFocus={(event) => onFocus('act', event.currentTarget)}
            onChange={(event) => onWrite('act', event.currentTarget.value)}
          />
        )}
        {slots.map(({ slot, no, text }) =>
          onWrite === undefined ? (
            <Text key={slot} id={fieldId(language, slot)} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
              {text}
            </Text>
          ) : (
            <div key={slot}>
              <Textarea
                id={fieldId(language, slot)}
                label={t('templates.fieldIn', { field: slotWords(slot, t), language: name })}
                autosize
                minRows={3}
                maxLength={2000}
                value={text}
                onFocus={(event) => onFocus(slot, event.currentTarget)}
                onChange={(event) => onWrite(slot, event.currentTarget.value)}
              />
              {words.body.length > 1 && language === 'en' && (
                <Button
                  mt={4}
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('templates.removeParagraphNo', { no })}
                  onClick={() => onRemove(no)}
                >
                  {t('templates.removeParagraph')}
                </Button>
              )}
            </div>
          ),
        )}
      </Stack>
    </section>
  );
}
