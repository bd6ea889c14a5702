import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { pairLanguages, type PairLanguage, type Template, type TextPair } from '../api/templates';
import { withLine, withoutParagraph, withParagraph } from '../words';
import { Placeholders } from './placeholders';
import { WordsSide } from './words-side';

const mostParagraphs = 12;

interface Cursor {
  language: PairLanguage;
  slot: string;
  field: HTMLInputElement | HTMLTextAreaElement;
}

interface WordsPairProps {
  texts: TextPair;
  values: Template['values'];
  /** Writes the pair anew; nothing where the words are only read. */
  onWrite: ((texts: TextPair) => void) | undefined;
}

/** Words in both languages side by side, with the placeholders that they may use. */
export function WordsPair({ texts, values, onWrite }: WordsPairProps) {
  const { t } = useTranslation();
  const cursor = useRef<Cursor>(undefined);
  const insert = (placeholder: string): void => {
    const { language, slot, field } = cursor.current ?? {};
    if (language === undefined || slot === undefined || field === undefined) return;
    const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
    onWrite?.(withLine(texts, language, slot, field.value.slice(0, from) + placeholder + field.value.slice(to)));
    field.focus();
  };
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" data-testid="words">
        {pairLanguages.map((language) => (
          <WordsSide
            key={language}
            language={language}
            words={texts[language]}
            onWrite={onWrite === undefined ? undefined : (slot, text) => onWrite(withLine(texts, language, slot, text))}
            onRemove={(no) => onWrite?.(withoutParagraph(texts, no))}
            onFocus={(slot, field) => (cursor.current = { language, slot, field })}
          />
        ))}
      </SimpleGrid>
      {onWrite !== undefined && texts.en.body.length < mostParagraphs && (
        <Group>
          <Button variant="default" onClick={() => onWrite(withParagraph(texts))}>
            {t('templates.addParagraph')}
          </Button>
        </Group>
      )}
      <Placeholders values={values} onInsert={onWrite === undefined ? undefined : insert} />
    </Stack>
  );
}
