import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { campaignYearsQuery } from '../../features/campaign/api/campaign';
import { CampaignYears } from '../../features/campaign/components/campaign-years';

function CampaignsPage() {
  const { t } = useTranslation();
  const years = useQuery(campaignYearsQuery);
  return (
    <Stack gap="lg">
      <PageTitle title={t('campaign.title')} />
      {years.isPending && <Loading />}
      {years.isError && <ProblemPanel error={years.error} onRetry={() => void years.refetch()} />}
      {years.data?.items.length === 0 && (
        <div role="status">
          <Text fw={600}>{t('campaign.empty')}</Text>
          <Text>{t('campaign.emptyHelp')}</Text>
        </div>
      )}
      {years.data !== undefined && <CampaignYears years={years.data.items} />}
    </Stack>
  );
}

/** The years with annual reports. */
export const route = createLazyRoute('/signed-in/campaigns')({ component: CampaignsPage });
