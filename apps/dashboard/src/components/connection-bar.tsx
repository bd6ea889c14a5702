import { Button, Group, Text } from '@mantine/core';
import { IconRefresh, IconWifiOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../lib/connection';
import { isOutdated } from '../lib/version';

/** Asks after each interruption whether the dashboard was upgraded meanwhile. */
function useOutdated(connected: boolean): boolean {
  const [outdated, setOutdated] = useState(false);
  const [interrupted, setInterrupted] = useState(false);
  if (!connected && !interrupted) setInterrupted(true);
  useEffect(() => {
    if (connected && interrupted) void isOutdated().then(setOutdated);
  }, [connected, interrupted]);
  return outdated;
}

/** Says that the network or the server is away, that what is shown may be old, and when a newer dashboard waits; nothing is lost by it. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const connection = useConnection();
  const outdated = useOutdated(connection === 'online');
  const words = connection === 'online' ? (outdated ? 'connection.outdated' : undefined) : `connection.${connection}`;
  return (
    <div role="status">
      {words !== undefined && (
        <Group className="connection-bar" gap="xs" wrap="nowrap">
          {connection === 'online' ? <IconRefresh size={18} aria-hidden /> : <IconWifiOff size={18} aria-hidden />}
          <Text size="sm">{t(words)}</Text>
          {outdated && connection === 'online' && (
            <Button size="xs" variant="default" onClick={() => window.location.reload()}>
              {t('trouble.reload')}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
