import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { callsQuery } from '../../features/call/api/call';
import { formatTime } from '../../lib/format';

function CallsPage() {
  const { t, i18n } = useTranslation();
  const { me } = route.useRouteContext();
  const calls = useQuery(callsQuery);
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <PageTitle title={t('calls.title')} />
        {me.roles.includes('SH') && (
          <Button component={Link} to="/calls/new">
            {t('calls.create')}
          </Button>
        )}
      </Group>
      {calls.isPending && <Loading />}
      {calls.isError && <ProblemPanel error={calls.error} onRetry={() => void calls.refetch()} />}
      {calls.data?.items.length === 0 && <Text>{t('calls.none')}</Text>}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {(calls.data?.items ?? []).map((call) => (
          <Paper key={call.id} withBorder p="md" component="li">
            <Group justify="space-between">
              <Anchor component={Link} to="/calls/$callId" params={{ callId: call.id } as never} fw={600}>
                {call.code}
              </Anchor>
              <Badge variant="default" size="lg" tt="none" fw={500}>
                {t(`subStates.${call.subState}`)}
              </Badge>
            </Group>
            <Text size="sm">
              {t('calls.window', { opens: formatTime(call.opensAt, i18n.language), closes: formatTime(call.closesAt, i18n.language) })}
            </Text>
            <Text size="sm">{t('calls.applications', { count: call.applications })}</Text>
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}

/** All calls. */
export const route = createLazyRoute('/signed-in/calls')({ component: CallsPage });
