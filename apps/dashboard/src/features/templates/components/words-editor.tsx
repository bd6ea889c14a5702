import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { pairLanguages, type PairLanguage, type Template, type TemplateVersion } from '../api/templates';
import { useDraftWords } from '../use-draft-words';
import { withLine, withoutParagraph, withParagraph } from '../words';
import { Placeholders } from './placeholders';
import { TemplatePreview } from './template-preview';
import { WordDifference } from './word-difference';
import { WordsSide } from './words-side';

interface Cursor {
  language: PairLanguage;
  slot: string;
  field: HTMLInputElement | HTMLTextAreaElement;
}

/** The words of a version side by side with how a mail then reads. Those of a draft can be written; what was typed stays until it is saved. */
export function WordsEditor({ draft, values }: { draft: TemplateVersion; values: Template['values'] }) {
  const { t } = useTranslation();
  const { texts, changed, write, drop, saving } = useDraftWords(draft);
  const cursor = useRef<Cursor>(undefined);
  const insert = (placeholder: string): void => {
    const { language, slot, field } = cursor.current ?? {};
    if (language === undefined || slot === undefined || field === undefined) return;
    const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
    write(withLine(texts, language, slot, field.value.slice(0, from) + placeholder + field.value.slice(to)));
    field.focus();
  };
  return (
    <Stack gap="lg">
      {saving.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={saving.error} />
          {changed && (
            <>
              <Text my="xs">{t('templates.keptTyped')}</Text>
              <WordDifference before={draft.texts} after={texts} caption={t('templates.savedAndTyped')} />
            </>
          )}
        </div>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" data-testid="words">
        {pairLanguages.map((language) => (
          <WordsSide
            key={language}
            language={language}
            words={texts[language]}
            onWrite={draft.mayEdit ? (slot, text) => write(withLine(texts, language, slot, text)) : undefined}
            onRemove={(no) => write(withoutParagraph(texts, no))}
            onFocus={(slot, field) => (cursor.current = { language, slot, field })}
          />
        ))}
      </SimpleGrid>
      {draft.mayEdit && texts.en.body.length < 12 && (
        <Group>
          <Button variant="default" onClick={() => write(withParagraph(texts))}>
            {t('templates.addParagraph')}
          </Button>
        </Group>
      )}
      <Placeholders values={values} onInsert={draft.mayEdit ? insert : undefined} />
      {changed && (
        <Paper className="selection-bar" withBorder shadow="sm" p="sm" role="region" aria-label={t('templates.unsavedLabel')}>
          <Group justify="space-between">
            <Text fw={600}>{t('templates.unsaved')}</Text>
            <Group gap="xs">
              <Button loading={saving.isPending} onClick={() => saving.mutate()}>
                {t('templates.save')}
              </Button>
              <Button variant="default" disabled={saving.isPending} onClick={drop}>
                {t('templates.drop')}
              </Button>
            </Group>
          </Group>
        </Paper>
      )}
      <section aria-labelledby="preview-title">
        <Title order={2} id="preview-title" mb="sm">
          {t('templates.previewTitle')}
        </Title>
        <TemplatePreview kind={draft.kind} texts={texts} checked={draft.state === 'draft'} />
      </section>
    </Stack>
  );
}
