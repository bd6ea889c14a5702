import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/format';
import { useShortcut } from '../../../lib/shortcuts';
import { gatesQuery, type ShutGate } from '../api/outbox';
import { gateName } from '../gates';

const StopDialog = lazy(async () => ({ default: (await import('./stop-dialog')).StopDialog }));

function Stopped({ gate }: { gate: ShutGate }) {
  const { t, i18n } = useTranslation();
  const name = gate.closedByName ?? t('mailStop.commandLine');
  const time = t('time.inZone', { time: formatTime(gate.closedAt, i18n.language), zone: t('zones.Asia/Shanghai') });
  return (
    <Text size="sm">
      <b>{gateName(gate, t, i18n.language)}</b>
      {` · ${t('mailStop.since', { time, name })} · ${t('mailStop.waiting', { count: gate.waiting })}`}
    </Text>
  );
}

/**
 * For the Secretariat, on every page: says what mail is stopped, since when, by whom and how much waits; and one key that stops everything, for those
 * who may.
 */
export function StoppedMail() {
  const { t } = useTranslation();
  const gates = useQuery(gatesQuery).data;
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const items = gates?.items ?? [];
  const mayStopAll = gates?.mayStopEverything === true && !items.some((one) => one.scope === 'everything');
  useShortcut(
    '!',
    'mailStop.stopAll',
    () => {
      setAsked(true);
      setOpen(true);
    },
    { group: 'everywhere', enabled: mayStopAll },
  );
  return (
    <>
      <div role="status">
        {items.length > 0 && (
          <Group className="connection-bar" gap="sm" wrap="nowrap" align="flex-start" data-testid="stopped-mail">
            <IconHandStop size={20} aria-hidden style={{ flexShrink: 0 }} />
            <Stack gap={2} style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              <Text fw={600}>{t('mailStop.title')}</Text>
              {items.slice(0, 3).map((gate) => (
                <Stopped key={`${gate.scope}/${gate.key}`} gate={gate} />
              ))}
              {items.length > 3 && <Text size="sm">{t('mailStop.more', { count: items.length - 3 })}</Text>}
              <Anchor component={Link} to="/administration/outbox" size="sm">
                {t('mailStop.open')}
              </Anchor>
            </Stack>
          </Group>
        )}
      </div>
      {asked && (
        <Suspense fallback={null}>
          <StopDialog opened={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
