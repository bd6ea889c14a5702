import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { Notice } from '../../../components/notice';
import { ProblemPanel } from '../../../components/problem-panel';
import { previewQuery, type Preview } from '../api/preview';
import type { ProjectDetail } from '../api/project';
import { ChangesTable } from '../../../components/changes-table';
import { objectLabel } from '../object-label';
import { PreviewAgreements } from './preview-agreements';
import { PreviewDates } from './preview-dates';
import { PreviewMails } from './preview-mails';

interface CommandPreviewProps {
  project: ProjectDetail;
  command: string;
  body: Record<string, unknown>;
  /** Told which revision of the project the preview has looked at. */
  onLooked: (rev: number) => void;
}

/** What a command would change, before it is sent: data, dates and mails; or why it would be refused. */
export function CommandPreview({ project, command, body, onLooked }: CommandPreviewProps) {
  const { t } = useTranslation();
  const preview = useQuery(previewQuery(project.id, command, body));
  const rev = preview.data?.rev;
  useEffect(() => {
    if (rev !== undefined) onLooked(rev);
  }, [rev, onLooked]);
  if (preview.isPending) return <Loading />;
  if (preview.isError) return <ProblemPanel error={preview.error} onRetry={() => void preview.refetch()} />;
  return (
    <section aria-labelledby="preview">
      <Title order={2} id="preview" mb="xs">
        {t('preview.title')}
      </Title>
      <PreviewView project={project} preview={preview.data} />
    </section>
  );
}

/** The three differences, or the refusal. */
export function PreviewView({ project, preview }: { project: ProjectDetail; preview: Preview }) {
  const { t } = useTranslation();
  const { violation, changes, dates, mails } = preview;
  if (violation !== undefined)
    return (
      <Notice title={violation.says}>
        <Text size="sm">{violation.todo}</Text>
      </Notice>
    );
  return (
    <Stack gap="md">
      {preview.secondPerson === true && <Text>{t('preview.secondPerson')}</Text>}
      <PreviewAgreements preview={preview} />
      {changes.length + dates.length + mails.length === 0 && <Text>{t('preview.nothing')}</Text>}
      {changes.length > 0 && (
        <div>
          <Title order={3} size="h4">
            {t('preview.data')}
          </Title>
          <ChangesTable changes={changes} nameOf={(id) => objectLabel(project, id, t)} />
        </div>
      )}
      <PreviewDates project={project} dates={dates} />
      <PreviewMails project={project} mails={mails} />
    </Stack>
  );
}
