import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../problem-panel';
import { differingFields } from './differing-fields';
import type { WrittenDraft } from './use-draft';

interface DraftBarProps<C extends object> {
  draft: WrittenDraft<C>;
  /** A part of the form in words. */
  label: (name: string) => string;
}

/** Says whether the draft is saved and what it still lacks; when somebody else saved meanwhile, what differs and what to do. */
export function DraftBar<C extends object>({ draft, label }: DraftBarProps<C>) {
  const { t } = useTranslation();
  const { theirs } = draft;
  const words = { unsaved: 'draft.unsaved', saving: 'draft.saving', saved: 'draft.saved', failed: 'draft.failed' }[draft.saving];
  return (
    <Paper withBorder p="md" data-complete={draft.missing.length === 0}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text role="status" data-saving={draft.saving}>
            {t(words, { version: draft.version })}
          </Text>
          <Button variant="default" onClick={draft.saveNow} disabled={draft.saving === 'saving' || theirs !== undefined}>
            {t('draft.saveNow')}
          </Button>
        </Group>
        {draft.failure !== undefined && (
          <div className="error-summary" role="alert">
            <ProblemText error={draft.failure} />
          </div>
        )}
        {theirs !== undefined && (
          <div className="error-summary" role="alert">
            <Text fw={600}>{t('draft.conflict')}</Text>
            <Text>
              {t('draft.conflictText', {
                version: theirs.version,
                fields: differingFields(draft.content, theirs.content).map(label).join(t('why.comma')),
              })}
            </Text>
            <Group mt="sm">
              <Button onClick={draft.takeTheirs}>{t('draft.takeTheirs')}</Button>
              <Button variant="default" onClick={draft.keepMine}>
                {t('draft.keepMine')}
              </Button>
            </Group>
          </div>
        )}
        {draft.missing.length === 0 ? (
          <Text size="sm">{t('draft.complete')}</Text>
        ) : (
          <details>
            <summary>{`${t('draft.missing')}: ${draft.missing.length}`}</summary>
            <ul>
              {draft.missing.map((name) => (
                <li key={name}>{label(name)}</li>
              ))}
            </ul>
          </details>
        )}
      </Stack>
    </Paper>
  );
}
