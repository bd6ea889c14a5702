import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { campaignYearsQuery } from '../../features/campaign/api/campaign';

function CampaignsPage() {
  const { t } = useTranslation();
  const years = useQuery(campaignYearsQuery);
  return (
    <Stack gap="lg">
      <PageTitle title={t('campaign.title')} />
      {years.isPending && <Loading />}
      {years.isError && <ProblemPanel error={years.error} onRetry={() => void years.refetch()} />}
      {years.data?.items.length === 0 && <Text role="status">{t('campaign.none')}</Text>}
      <ul className="plain-list">
        {(years.data?.items ?? []).map(({ year, projects, open }) => (
          <li key={year}>
            <Anchor component={Link} to="/campaigns/$year" params={{ year: String(year) } as never} fw={600}>
              {t('campaign.of', { year })}
            </Anchor>{' '}
            <Text component="span" size="sm">
              {t('campaign.yearLine', { projects, open })}
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** The years with annual reports. */
export const route = createLazyRoute('/signed-in/campaigns')({ component: CampaignsPage });
