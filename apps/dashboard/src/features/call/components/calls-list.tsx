import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { formatDate, formatLastDay } from '../../../lib/format';
import { CallWindow } from './call-window';

type Call = components['schemas']['CallLine'];

const shownAtOnce = 20;

function CallCard({ call, nowMs }: { call: Call; nowMs: number }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return (
    <Paper withBorder p="md" component="li">
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
  );
}

/** Calls, the newest year first: state, window, applications, and how far each is. Older ones are shown on request. */
export function CallsList({ calls, nowMs }: { calls: Call[]; nowMs: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(shownAtOnce);
  return (
    <>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {calls.slice(0, shown).map((call) => (
          <CallCard key={call.id} call={call} nowMs={nowMs} />
        ))}
      </Stack>
      {calls.length > shown && (
        <Group>
          <Button variant="default" onClick={() => setShown(shown + shownAtOnce)}>
            {t('callWork.more')}
          </Button>
          <Text size="sm">{t('calls.shownOf', { shown, total: calls.length })}</Text>
        </Group>
      )}
    </>
  );
}
