import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatTime, relativeDays } from '../../../lib/format';
import type { Overview } from '../api/overview';

type Call = Overview['calls'][number];

/** Until when a call opens or stays open, in words; nothing when its window is over. */
function useWindow(call: Call, nowMs: number): string | undefined {
  const { t, i18n } = useTranslation();
  if (nowMs < Date.parse(call.opensAt)) return t('home.opens', { when: relativeDays(call.opensAt, nowMs, i18n.language) });
  if (nowMs < Date.parse(call.closesAt)) return t('home.closes', { when: relativeDays(call.closesAt, nowMs, i18n.language) });
  return undefined;
}

function CallWindow({ call, nowMs }: { call: Call; nowMs: number }) {
  const { t, i18n } = useTranslation();
  const until = useWindow(call, nowMs);
  return (
    <Stack gap={2} component="li">
      <Group gap="xs">
        <Anchor component={Link} to="/calls/$callId" params={{ callId: call.id } as never} fw={600}>
          {call.code}
        </Anchor>
        <Badge variant="default" tt="none" fw={500}>
          {t(`subStates.${call.subState}`)}
        </Badge>
      </Group>
      <Text size="sm">
        {t('calls.window', { opens: formatTime(call.opensAt, i18n.language), closes: formatTime(call.closesAt, i18n.language) })}
      </Text>
      <Text size="sm">{[until, t('calls.applications', { count: call.applications })].filter(Boolean).join(' · ')}</Text>
    </Stack>
  );
}

/** The nearest of the calls that are not over, with their windows. */
export function CallWindows({ calls, inAll, nowMs }: { calls: Call[]; inAll: number; nowMs: number }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="home-calls">
      <Title order={2} id="home-calls" mb="xs">
        {t('nav.calls')}
      </Title>
      {calls.length === 0 && <Text c="dimmed">{t('calls.none')}</Text>}
      <ul className="plain-list">
        {calls.map((call) => (
          <CallWindow key={call.id} call={call} nowMs={nowMs} />
        ))}
      </ul>
      {inAll > calls.length && (
        <Anchor component={Link} to="/calls" mt="xs" display="inline-block">
          {t('home.showAll', { count: inAll })}
        </Anchor>
      )}
    </section>
  );
}
