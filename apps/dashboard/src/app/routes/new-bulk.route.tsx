import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { chosenCount } from '../../features/bulk/chosen-count';
import { NewRunForm } from '../../features/bulk/components/new-run-form';
import { ActiveFilters } from '../../features/project-list/components/active-filters';
import { projectsQuery } from '../../features/project-list/api/projects';

const chosen = (query: Record<string, string>): boolean => Object.keys(query).length > 0;

/** The projects that will be looked at: how many, and by which filters. */
function Chosen({ query }: { query: Record<string, string> }) {
  const { t } = useTranslation();
  const list = useQuery(projectsQuery(query));
  return <Read query={list}>{({ total }) => <Text fw={600}>{t('bulk.chosen', { count: chosenCount(query, total) })}</Text>}</Read>;
}

function NewBulkPage() {
  const { t } = useTranslation();
  const query: Record<string, string> = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack gap="lg">
      <PageTitle title={t('bulk.newTitle')} />
      {chosen(query) ? (
        <>
          <Chosen query={query} />
          <ActiveFilters
            search={query}
            onChange={(search) => void navigate({ search: search as never, replace: true })}
            onClear={() => void navigate({ to: '/projects', search: {} as never })}
          />
          <NewRunForm
            query={query}
            onMade={(runId) => void navigate({ to: '/administration/bulk/$runId', params: { runId } as never, search: {} as never })}
          />
        </>
      ) : (
        <EmptyState title={t('bulk.nothingChosen')} text={t('bulk.nothingChosenText')}>
          <Button component={Link} to="/projects">
            {t('bulk.choose')}
          </Button>
        </EmptyState>
      )}
    </Stack>
  );
}

/** An act on many projects is asked for. */
export const route = createLazyRoute('/signed-in/administration/bulk/new')({ component: NewBulkPage });
