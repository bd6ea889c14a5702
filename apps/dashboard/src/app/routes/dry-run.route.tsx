import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { ExportMenu } from '../../components/export-menu';
import { NextPage } from '../../components/next-page';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { dryRunLinesQuery, dryRunQuery, dryRunsQuery, lineFilters, type DryRunSearch } from '../../features/foresee/api/dry-runs';
import { ApplyDryRun } from '../../features/foresee/components/apply-dry-run';
import { AskDryRun } from '../../features/foresee/components/ask-dry-run';
import { DryRunFigures } from '../../features/foresee/components/dry-run-figures';
import { DryRunFilters, DryRunLines } from '../../features/foresee/components/dry-run-lines';
import { DryRunList, useSubject } from '../../features/foresee/components/dry-run-list';

const lookAgainMs = 1_000;

interface PartProps {
  id: string;
  search: DryRunSearch;
  onChange: (search: DryRunSearch) => void;
}

function Lines({ id, search, onChange }: PartProps) {
  const { t } = useTranslation();
  const lines = useQuery(dryRunLinesQuery(id, search));
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {t('dryRun.lines')}
        </Title>
        <ExportMenu path={`/api/dry-runs/${id}/export`} query={lineFilters(search)} label={t('dryRun.export')} />
      </Group>
      <DryRunFilters search={search} onChange={onChange} />
      <Read query={lines}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title={t('dryRun.noLines')} />
          ) : (
            <>
              <DryRunLines lines={items} />
              <NextPage search={search} next={next} onChange={onChange} />
            </>
          )
        }
      </Read>
    </Stack>
  );
}

function OneDryRun({ mayAct, ...part }: PartProps & { mayAct: boolean }) {
  const { t } = useTranslation();
  const subject = useSubject();
  const one = useQuery({
    ...dryRunQuery(part.id),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? lookAgainMs : false),
  });
  return (
    <Read query={one}>
      {(run) => (
        <Stack gap="md" data-testid="dry-run">
          <Title order={2} size="h4">
            {subject(run)}
          </Title>
          <Text role="status">{t(`dryRun.is.${run.state}`, { looked: run.looked, total: run.total, days: run.days })}</Text>
          {run.state === 'running' && <Progress value={(run.looked * 100) / Math.max(run.total, 1)} aria-label={t('dryRun.progress')} />}
          {run.result !== null && (
            <>
              <DryRunFigures run={run} result={run.result} onOnly={(only) => part.onChange({ run: part.id, ...only })} />
              {mayAct && <ApplyDryRun run={run} />}
              <Lines {...part} />
            </>
          )}
        </Stack>
      )}
    </Read>
  );
}

function DryRunPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const search: DryRunSearch = route.useSearch();
  const navigate = route.useNavigate();
  const runs = useQuery(dryRunsQuery);
  const change = (next: DryRunSearch): void => void navigate({ search: next as never });
  return (
    <Stack gap="lg">
      <PageTitle title={t('dryRun.title')} />
      <Text maw={760}>{t('dryRun.text')}</Text>
      <Read query={runs}>
        {({ mayAct, items }) => (
          <Stack gap="lg">
            {mayAct && (
              <AskDryRun
                policyVersion={search.policyVersion}
                calendarDraft={search.calendarDraft}
                onAsked={(run) => {
                  void client.invalidateQueries({ queryKey: dryRunsQuery.queryKey });
                  change({ run: run.id });
                }}
              />
            )}
            {search.run !== undefined && <OneDryRun id={search.run} search={search} onChange={change} mayAct={mayAct} />}
            <DryRunList runs={items} chosen={search.run} onOpen={(run) => change({ run })} />
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** What a policy or a calendar would change in all live projects. */
export const route = createLazyRoute('/signed-in/administration/dry-run')({ component: DryRunPage });
