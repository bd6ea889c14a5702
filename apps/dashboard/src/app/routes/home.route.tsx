import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { overviewQuery, type Overview } from '../../features/home/api/overview';
import { CallWindows } from '../../features/home/components/call-windows';
import { ComingDays } from '../../features/home/components/coming-days';
import { Figures } from '../../features/home/components/figures';
import { LastCheck } from '../../features/home/components/last-check';
import { OverdueHeat } from '../../features/home/components/overdue-heat';
import { StageTable } from '../../features/home/components/stage-table';
import { UndeliveredMails } from '../../features/home/components/undelivered';
import { WaitingList } from '../../features/home/components/waiting-list';

interface HomeProps {
  overview: Overview;
  myId: string;
  isOfficer: boolean;
}

function Home({ overview, myId, isOfficer }: HomeProps) {
  const nowMs = Date.parse(overview.at);
  const mine = { officer: myId, sort: 'deadline' };
  return (
    <>
      <Figures overview={overview} myId={myId} isOfficer={isOfficer} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="xl">
            {isOfficer && (
              <WaitingList name="mineOverdue" waiting={overview.mineOverdue} nowMs={nowMs} all={{ ...mine, overdue: 'true' }} />
            )}
            <WaitingList name="waitingForMe" waiting={overview.waitingForMe} nowMs={nowMs} />
            {isOfficer && <WaitingList name="waitingForOthers" waiting={overview.waitingForOthers} nowMs={nowMs} all={mine} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="xl">
            <ComingDays days={overview.coming} />
            {overview.undelivered !== null && <UndeliveredMails undelivered={overview.undelivered} />}
            <CallWindows calls={overview.calls} nowMs={nowMs} />
          </Stack>
        </Grid.Col>
      </Grid>
      <StageTable cells={overview.cells} />
      <OverdueHeat months={overview.overdueMonths} />
      {overview.undelivered !== null && <LastCheck check={overview.lastCheck} nowMs={nowMs} />}
    </>
  );
}

function HomePage() {
  const { t } = useTranslation();
  const { me } = route.useRouteContext();
  const overview = useQuery(overviewQuery);
  return (
    <Stack gap="xl">
      <PageTitle title={t('home.title')} />
      {overview.isPending && <Loading />}
      {overview.isError && <ProblemPanel error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.data !== undefined && <Home overview={overview.data} myId={me.personId} isOfficer={me.roles.includes('CO')} />}
    </Stack>
  );
}

/** What waits, what is late, what comes: the first page after signing in. */
export const route = createLazyRoute('/signed-in/')({ component: HomePage });
