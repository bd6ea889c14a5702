import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { formatDate, formatLastDay } from '../../../lib/format';
import { CallWindow } from './call-window';

/** Calls, the newest year first: state, window, applications, and how far each is. */
export function CallsList({ calls, nowMs }: { calls: components['schemas']['CallLine'][]; nowMs: number }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {calls.map((call) => (
        <Paper key={call.id} withBorder p="md" component="li">
          <Group justify="space-between">
            <Anchor component={Link} to="/calls/$callId" params={{ callId: call.id } as never} fw={600}>
              {call.code}
            </Anchor>
            <Badge variant="default" size="lg" tt="none" fw={500}>
              {t(`subStates.${call.subState}`)}
            </Badge>
          </Group>
          <CallWindow opensAt={call.opensAt} closesAt={call.closesAt} nowMs={nowMs} />
          <Text size="sm">{t('calls.applications', { count: call.applications })}</Text>
          {call.noticeEndsAt !== null && call.announcedOn === null && (
            <Text size="sm">{t('calls.noticeEnds', { day: formatLastDay(call.noticeEndsAt, language) })}</Text>
          )}
          {call.announcedOn !== null && <Text size="sm">{t('calls.announcedOn', { day: formatDate(call.announcedOn, language) })}</Text>}
        </Paper>
      ))}
    </Stack>
  );
}
