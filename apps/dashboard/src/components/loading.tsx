import { Skeleton, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const showAfterMs = 300;

/** Stands in while something is read; shown only when that takes longer than a blink. */
export function Loading() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), showAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack role="status" aria-live="polite" mih={120}>
      <span className="visually-hidden">{t('loading')}</span>
      {shown && [1, 2, 3].map((row) => <Skeleton key={row} height={44} />)}
    </Stack>
  );
}
