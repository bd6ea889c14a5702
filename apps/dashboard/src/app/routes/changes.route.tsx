import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChangedBar } from '../../components/changed-bar';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { projectQuery } from '../../features/project/api/project';
import { ChangesView } from '../../features/project/components/changes-view';
import '../project-page.css';

function ChangesPage() {
  const { t } = useTranslation();
  const { projectId } = route.useParams();
  const project = useQuery(projectQuery(projectId));
  return (
    <Stack gap="lg" maw={900}>
      <Anchor component={Link} to="/projects/$projectId" params={{ projectId } as never}>
        <Group gap={4} wrap="nowrap">
          <IconArrowLeft size={16} aria-hidden />
          {t('changes.back')}
        </Group>
      </Anchor>
      <PageTitle title={t('changes.title')} />
      <Read query={project}>
        {(read) => (
          <>
            <Text c="dimmed">{[read.reference, read.titleEn ?? read.titleZh].filter(Boolean).join(' · ')}</Text>
            <ChangedBar kind="project" id={read.id} rev={read.rev} />
            <ChangesView project={read} />
          </>
        )}
      </Read>
    </Stack>
  );
}

/** Amendments and corrections of a project. */
export const route = createLazyRoute('/signed-in/projects/$projectId/changes')({ component: ChangesPage });
