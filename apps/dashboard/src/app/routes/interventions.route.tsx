import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { ExportMenu } from '../../components/export-menu';
import { NextPage } from '../../components/next-page';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { interventionsQuery, type InterventionSearch } from '../../features/interventions/api/interventions';
import { InterventionFilters } from '../../features/interventions/components/intervention-filters';
import { InterventionList } from '../../features/interventions/components/intervention-list';
import '../project-page.css';

function InterventionsPage() {
  const { t } = useTranslation();
  const search: InterventionSearch = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(interventionsQuery(search));
  const change = (next: InterventionSearch): void => void navigate({ search: next });
  const { cursor: _place, ...filters } = search;
  const filtered = Object.keys(filters).length > 0;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="center">
        <PageTitle title={t('interventions.title')} />
        <ExportMenu
          path="/api/interventions/export"
          query={filters}
          label={t('interventions.export')}
          disabled={(list.data?.items.length ?? 0) === 0}
        />
      </Group>
      <Text>{t('interventions.text')}</Text>
      <InterventionFilters search={search} onChange={change} />
      <Read query={list}>
        {(page) =>
          page.items.length > 0 ? (
            <>
              <InterventionList interventions={page.items} onOnly={(only) => change({ ...filters, ...only })} />
              <NextPage search={search} next={page.next} onChange={change} />
            </>
          ) : (
            <EmptyState title={t(filtered ? 'interventions.nothingFound' : 'interventions.empty')}>
              {filtered && (
                <Button variant="default" onClick={() => change({})}>
                  {t('list.clear')}
                </Button>
              )}
            </EmptyState>
          )
        }
      </Read>
    </Stack>
  );
}

/** Everything that people did outside the ordinary course. */
export const route = createLazyRoute('/signed-in/administration/interventions')({ component: InterventionsPage });
