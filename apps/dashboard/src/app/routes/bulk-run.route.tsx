import { Anchor, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../../components/export-menu';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { bulkRowsQuery, bulkRunQuery, type BulkRun } from '../../features/bulk/api/bulk';
import { FollowForm } from '../../features/bulk/components/follow-form';
import { RowTable, type RowSearch } from '../../features/bulk/components/row-table';
import { RunActions } from '../../features/bulk/components/run-actions';
import { RunHead } from '../../features/bulk/components/run-head';
import { actName } from '../../features/bulk/act-name';
import { followers, isMoving } from '../../features/bulk/next-acts';

const lookAgainMs = 700;
const calmMs = 10_000;

function Rows({ run }: { run: BulkRun }) {
  const { t } = useTranslation();
  const search: RowSearch = route.useSearch();
  const navigate = route.useNavigate();
  const rows = useQuery({ ...bulkRowsQuery(run.id, search), refetchInterval: isMoving(run) ? 2 * lookAgainMs : calmMs });
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{t('bulk.rows')}</Title>
        <ExportMenu path={`/api/bulk-runs/${run.id}/report`} query={{}} label={t('bulk.report')} />
      </Group>
      <Read query={rows}>
        {(page) => <RowTable page={page} search={search} onChange={(next) => void navigate({ search: next as never })} />}
      </Read>
    </Stack>
  );
}

function BulkRunPage() {
  const { t } = useTranslation();
  const { runId } = route.useParams();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const query = useQuery({
    ...bulkRunQuery(runId),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? lookAgainMs : calmMs),
  });
  const looker = { personId: me.personId, mayAct: me.roles.some((role) => role === 'SH' || role === 'AD') };
  const open = (id: string): void =>
    void navigate({ to: '/administration/bulk/$runId', params: { runId: id } as never, search: {} as never });
  const title =
    query.data === undefined ? t('bulk.tool.title') : t('bulk.runTitle', { what: actName(query.data, t), count: query.data.counts.total });
  return (
    <Stack gap="lg">
      <Anchor component={Link} to="/administration/bulk">
        {t('bulk.back')}
      </Anchor>
      <PageTitle title={title} />
      <Read query={query}>
        {(run) => (
          <Stack gap="lg">
            <RunHead run={run} />
            <RunActions run={run} looker={looker} />
            {looker.mayAct && followers(run).map((how) => <FollowForm key={`${run.id}/${how}`} run={run} how={how} onMade={open} />)}
            <Rows key={run.id} run={run} />
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** One act on many projects. */
export const route = createLazyRoute('/signed-in/administration/bulk/$runId')({ component: BulkRunPage });
