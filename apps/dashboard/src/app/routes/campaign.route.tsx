import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { campaignQuery, type Campaign, type CampaignSearch } from '../../features/campaign/api/campaign';
import { CampaignFilters } from '../../features/campaign/components/campaign-filters';
import { CampaignTable, canBeReminded } from '../../features/campaign/components/campaign-table';
import { RemindCheck } from '../../features/campaign/components/remind-check';
import { RemindRun } from '../../features/campaign/components/remind-run';
import { forgetRun, keptRun, type Run } from '../../features/campaign/run-store';

interface GridProps {
  campaign: Campaign;
  nowMs: number;
  search: CampaignSearch;
  onChange: (search: CampaignSearch) => void;
  onRemind: (projectIds: string[]) => void;
}

function Grid({ campaign, nowMs, search, onChange, onRemind }: GridProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (ids: string[], on: boolean): void => {
    const others = [...chosen].filter((id) => !ids.includes(id));
    setChosen(new Set(on ? [...others, ...ids] : others));
  };
  const here = campaign.items.filter(canBeReminded).map((line) => line.projectId);
  const { cursor, ...firstPage } = search;
  return (
    <Stack gap="md">
      <CampaignFilters search={search} totals={campaign.totals} onChange={onChange} />
      <Group gap="sm">
        <Button
          variant="default"
          disabled={here.length === 0}
          onClick={() =>
            toggle(
              here,
              here.some((id) => !chosen.has(id)),
            )
          }
        >
          {t('campaign.choosePage', { count: here.length })}
        </Button>
        <Button disabled={chosen.size === 0 || chosen.size > 200} onClick={() => onRemind([...chosen])}>
          {t('campaign.remind', { count: chosen.size })}
        </Button>
      </Group>
      {campaign.items.length === 0 ? (
        <Text role="status">{t('campaign.none')}</Text>
      ) : (
        <CampaignTable lines={campaign.items} chosen={chosen} nowMs={nowMs} onToggle={(id) => toggle([id], !chosen.has(id))} />
      )}
      <Group>
        {cursor !== undefined && (
          <Button variant="default" onClick={() => onChange(firstPage)}>
            {t('list.first')}
          </Button>
        )}
        {campaign.next !== null && (
          <Button variant="default" onClick={() => onChange({ ...search, cursor: campaign.next ?? '' })}>
            {t('list.next')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function CampaignPage() {
  const { t } = useTranslation();
  const { year } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const campaign = useQuery(campaignQuery(year, search));
  const [run, setRun] = useState<Run | undefined>(() => keptRun(year));
  const [checking, setChecking] = useState<string[]>();
  const close = (): void => {
    forgetRun();
    setRun(undefined);
    setChecking(undefined);
    void campaign.refetch();
  };
  return (
    <Stack gap="lg">
      <PageTitle title={t('campaign.of', { year })} />
      {run !== undefined && <RemindRun run={run} onClose={close} />}
      {run === undefined && checking !== undefined && (
        <RemindCheck year={year} projectIds={checking} onStart={setRun} onBack={() => setChecking(undefined)} />
      )}
      {campaign.isPending && <Loading />}
      {campaign.isError && <ProblemPanel error={campaign.error} onRetry={() => void campaign.refetch()} />}
      {campaign.data !== undefined && run === undefined && (
        <div hidden={checking !== undefined}>
          <Grid
            campaign={campaign.data}
            nowMs={campaign.dataUpdatedAt}
            search={search}
            onChange={(changed) => void navigate({ search: changed })}
            onRemind={setChecking}
          />
        </div>
      )}
    </Stack>
  );
}

/** The campaign of annual reports of one year. */
export const route = createLazyRoute('/signed-in/campaigns/$year')({ component: CampaignPage });
