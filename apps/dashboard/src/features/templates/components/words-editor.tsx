import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import type { Template, TemplateVersion } from '../api/templates';
import type { DraftWords } from '../use-draft-words';
import { TemplatePreview } from './template-preview';
import { WordDifference } from './word-difference';
import { WordsPair } from './words-pair';

/** The words of a version side by side with how a mail then reads. Those of a draft can be written; what was typed stays until it is saved. */
export function WordsEditor({ draft, values, words }: { draft: TemplateVersion; values: Template['values']; words: DraftWords }) {
  const { t } = useTranslation();
  const { texts, changed, write, drop, saving } = words;
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
      <WordsPair texts={texts} values={values} onWrite={draft.mayEdit ? write : undefined} />
      {changed && (
        <Paper className="selection-bar words-bar" withBorder shadow="sm" p="sm" role="region" aria-label={t('templates.unsavedLabel')}>
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
