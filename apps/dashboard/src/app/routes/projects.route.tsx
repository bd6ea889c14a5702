import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import type { components } from '../../generated/openapi-types';
import { projectsQuery } from '../../features/project-list/api/projects';
import { ProjectFilters } from '../../features/project-list/components/project-filters';
import { ProjectTable } from '../../features/project-list/components/project-table';

interface FoundProps {
  page: components['schemas']['ProjectPage'];
  nowMs: number;
  filtered: boolean;
  onClear: () => void;
}

function Found({ page, nowMs, filtered, onClear }: FoundProps) {
  const { t } = useTranslation();
  if (page.items.length > 0) return <ProjectTable lines={page.items} nowMs={nowMs} />;
  return (
    <Stack gap="xs" align="flex-start" role="status">
      <Text>{filtered ? t('list.nothingFound') : t('list.empty')}</Text>
      {filtered && (
        <Button variant="default" onClick={onClear}>
          {t('list.clear')}
        </Button>
      )}
    </Stack>
  );
}

function ProjectsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const list = useQuery(projectsQuery(search));
  const filtered = Object.keys(search).length > 0;
  const { cursor, ...firstPage } = search;
  const next = list.data?.next ?? undefined;
  return (
    <Stack gap="lg">
      <PageTitle title={t('list.title')} />
      <ProjectFilters search={search} myId={me.personId} onChange={(next) => void navigate({ search: next })} />
      {list.isPending && <Loading />}
      {list.isError && <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Found page={list.data} nowMs={list.dataUpdatedAt} filtered={filtered} onClear={() => void navigate({ search: {} })} />
      )}
      <Group>
        {cursor !== undefined && (
          <Button variant="default" onClick={() => void navigate({ search: firstPage })}>
            {t('list.first')}
          </Button>
        )}
        {next !== undefined && (
          <Button variant="default" onClick={() => void navigate({ search: { ...search, cursor: next } })}>
            {t('list.next')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** The list of projects. */
export const route = createLazyRoute('/signed-in/projects')({ component: ProjectsPage });
