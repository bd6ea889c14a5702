import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Read } from '../../../components/read';
import { changePreviewQuery } from '../api/preview';
import type { ProjectDetail } from '../api/project';
import type { ChangeSet } from '../change-words';
import { ChangeCard } from './change-card';
import { PreviewView } from './command-preview';

interface OfChange {
  project: ProjectDetail;
  change: ChangeSet;
}

/** The differences in data, dates and mails that an open change would make once all agree. */
export function ChangeDifferences({ project, change }: OfChange) {
  const { t } = useTranslation();
  const preview = useQuery(changePreviewQuery(project.id, change.changeId));
  return (
    <>
      <Text size="sm" mt="xs">
        {t('changes.differencesLead')}
      </Text>
      <Read query={preview}>{(read) => <PreviewView project={project} preview={read} />}</Read>
    </>
  );
}

/** The change on which somebody is about to decide: what is asked, by whom and why, and all that would become another. */
export function ChangeInQuestion({ project, change }: OfChange) {
  const { t } = useTranslation();
  return (
    <ChangeCard project={project} change={change}>
      {change.state !== 'returned' && (
        <section aria-labelledby="change-differences" data-testid="change-differences">
          <Title order={4} size="h5" id="change-differences">
            {t('changes.differences')}
          </Title>
          <ChangeDifferences project={project} change={change} />
        </section>
      )}
    </ChangeCard>
  );
}
