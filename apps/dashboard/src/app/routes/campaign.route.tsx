import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { campaignQuery } from '../../features/campaign/api/campaign';
import { CampaignGrid } from '../../features/campaign/components/campaign-grid';
import { RemindCheck } from '../../features/campaign/components/remind-check';
import { RemindRun } from '../../features/campaign/components/remind-run';
import { forgetRun, keptRun, type Run } from '../../features/campaign/run-store';

function CampaignPage() {
  const { t } = useTranslation();
  const { year } = route.useParams();
  const search = route.useSearch();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const campaign = useQuery(campaignQuery(year, search));
  const [run, setRun] = useState<Run | undefined>(() => keptRun(year));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [checking, setChecking] = useState(false);
  const close = (): void => {
    forgetRun();
    setRun(undefined);
    setChecking(false);
    setChosen(new Set());
    void campaign.refetch();
  };
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} to="/campaigns" size="sm">
          {t('campaign.toYears')}
        </Anchor>
        <PageTitle title={t('campaign.of', { year })} />
      </div>
      {run !== undefined && <RemindRun run={run} onClose={close} />}
      {run === undefined && checking && (
        <RemindCheck year={year} projectIds={[...chosen]} onStart={setRun} onBack={() => setChecking(false)} />
      )}
      {campaign.isPending && <Loading />}
      {campaign.isError && <ProblemPanel error={campaign.error} onRetry={() => void campaign.refetch()} />}
      {campaign.data !== undefined && run === undefined && !checking && (
        <CampaignGrid
          campaign={campaign.data}
          nowMs={campaign.dataUpdatedAt}
          mayRemind={me.roles.some((role) => role === 'CO' || role === 'SH')}
          search={search}
          chosen={chosen}
          onChoose={setChosen}
          onChange={(changed) => void navigate({ search: changed })}
          onRemind={() => setChecking(true)}
        />
      )}
    </Stack>
  );
}

/** The campaign of annual reports of one year. */
export const route = createLazyRoute('/signed-in/campaigns/$year')({ component: CampaignPage });
