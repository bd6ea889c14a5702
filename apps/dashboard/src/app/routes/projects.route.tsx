import { Group, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { SavedViews } from '../../components/saved-views/saved-views';
import { projectsQuery } from '../../features/project-list/api/projects';
import { ActiveFilters } from '../../features/project-list/components/active-filters';
import { ProjectExportMenu } from '../../features/project-list/components/export-menu';
import { FilterBar } from '../../features/project-list/components/filter-bar';
import { FoundProjects } from '../../features/project-list/components/found-projects';
import { QuickFilters } from '../../features/project-list/components/quick-filters';
import { SelectionBar } from '../../features/project-list/components/selection-bar';
import { ViewOptions } from '../../features/project-list/components/view-options';
import { columnsOf, filtersOf, usualSort, type ListSearch } from '../../features/project-list/list-state';
import { noSelection, select, type Selection } from '../../features/project-list/selection';
import { searchOfView } from '../../lib/views';
import '../../features/project-list/list.css';

function ProjectsPage() {
  const { t } = useTranslation();
  const search: ListSearch = route.useSearch();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const asTable = useMediaQuery('(min-width: 62em)') ?? true;
  const [selection, setSelection] = useState<Selection>(noSelection);
  const list = useQuery(projectsQuery(search));
  const change = (next: ListSearch): void => void navigate({ search: next });
  const { cursor: _place, ...kept } = search;
  const total = list.data?.total ?? 0;
  const shown = { sort: search.sort ?? usualSort, columns: ['project', ...columnsOf(search)].join(',') };
  return (
    <Stack gap="md">
      <Group justify="space-between" align="center">
        <PageTitle title={t('list.title')} />
        <Group gap="sm">
          <SavedViews page="list" search={kept} onOpen={(view) => change(searchOfView(view.search))} />
          <ViewOptions search={search} asTable={asTable} onChange={change} />
          <ProjectExportMenu query={{ ...filtersOf(search), ...shown }} count={total} />
        </Group>
      </Group>
      <FilterBar search={search} onChange={change} />
      <QuickFilters search={search} myId={me.personId} onChange={change} />
      <ActiveFilters search={search} onChange={change} onClear={() => change({})} />
      {list.isPending && <Loading />}
      {list.isError && <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <>
          <Text role="status" aria-live="polite" size="sm" c="dimmed">
            {t('projectList.matching', { count: total })}
          </Text>
          <FoundProjects
            page={list.data}
            nowMs={list.dataUpdatedAt}
            search={search}
            asTable={asTable}
            selection={selection}
            onSelect={(ids, chosen) => setSelection(select(selection, ids, chosen))}
            onChange={change}
          />
        </>
      )}
      <SelectionBar
        selection={selection}
        total={total}
        shown={shown}
        mayAct={me.roles.some((role) => role === 'SH' || role === 'AD')}
        onAll={() => setSelection({ kind: 'all', filters: filtersOf(search), total, except: [] })}
        onClear={() => setSelection(noSelection)}
      />
    </Stack>
  );
}

/** The list of projects. */
export const route = createLazyRoute('/signed-in/projects')({ component: ProjectsPage });
