import { Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../lib/connection';

const showAfterMs = 300;

/** Stands in while something is read; shown only when that takes longer than a blink. Without connection it says what it waits for. */
export function Loading() {
  const { t } = useTranslation();
  const offline = useConnection() === 'offline';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), showAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack role="status" aria-live="polite" mih={120}>
      {offline ? <Text>{t('connection.waiting')}</Text> : <span className="visually-hidden">{t('loading')}</span>}
      {shown && !offline && [1, 2, 3].map((row) => <Skeleton key={row} height={44} />)}
    </Stack>
  );
}
