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
import { MissingCalendars } from '../../features/home/components/missing-calendars';
import { OverdueHeat } from '../../features/home/components/overdue-heat';
import { OwnProjects } from '../../features/home/components/own-projects';
import { StageTable } from '../../features/home/components/stage-table';
import { UndeliveredMails } from '../../features/home/components/undelivered';
import { WaitingList } from '../../features/home/components/waiting-list';
import { WatchLine } from '../../features/home/components/watch-line';

interface HomeProps {
  overview: Overview;
  myId: string;
  isOfficer: boolean;
  maySeeWatchdog: boolean;
}

const watchReaders: ReadonlySet<string> = new Set(['SH', 'AD', 'AU']);
/** Who looks after few projects is shown each of them instead of figures. */
const fewProjects = 12;

function Home({ overview, myId, isOfficer, maySeeWatchdog }: HomeProps) {
  const nowMs = Date.parse(overview.at);
  const mine = { officer: myId, sort: 'deadline' };
  const { ofSecretariat, undelivered } = overview;
  const withFigures = ofSecretariat || overview.cells.reduce((sum, { projects }) => sum + projects, 0) > fewProjects;
  return (
    <>
      <MissingCalendars missing={overview.missingCalendars} />
      {withFigures && <Figures overview={overview} myId={myId} isOfficer={isOfficer} />}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="xl">
            {isOfficer && (
              <WaitingList name="mineOverdue" waiting={overview.mineOverdue} nowMs={nowMs} all={{ ...mine, overdue: 'true' }} />
            )}
            <WaitingList name="waitingForMe" waiting={overview.waitingForMe} nowMs={nowMs} />
            {isOfficer && <WaitingList name="waitingForOthers" waiting={overview.waitingForOthers} nowMs={nowMs} all={mine} />}
            {!withFigures && <OwnProjects nowMs={nowMs} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="xl">
            <ComingDays days={overview.coming} />
            {undelivered !== null && <UndeliveredMails undelivered={undelivered} />}
            <CallWindows calls={overview.calls} inAll={overview.callsInAll} nowMs={nowMs} />
          </Stack>
        </Grid.Col>
      </Grid>
      {withFigures && <StageTable cells={overview.cells} />}
      {withFigures && <OverdueHeat months={overview.overdueMonths} />}
      <WatchLine watch={overview.watch} mayOpen={maySeeWatchdog} />
      {ofSecretariat && <LastCheck check={overview.lastCheck} nowMs={nowMs} />}
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
      {overview.data !== undefined && (
        <Home
          overview={overview.data}
          myId={me.personId}
          isOfficer={me.roles.includes('CO')}
          maySeeWatchdog={me.roles.some((role) => watchReaders.has(role))}
        />
      )}
    </Stack>
  );
}

/** What waits, what is late, what comes: the first page after signing in. */
export const route = createLazyRoute('/signed-in/')({ component: HomePage });
