import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../notice';

/** Says that the answers are those of before, kept in this browser, and offers an empty form. */
export function RestoredNote({ older, onStartAnew }: { older: boolean; onStartAnew: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice title={t('safety.restored')}>
      <Text size="sm">{t(older ? 'safety.restoredOlder' : 'safety.restoredText')}</Text>
      <Button variant="default" size="xs" mt="xs" onClick={onStartAnew}>
        {t('safety.startAnew')}
      </Button>
    </Notice>
  );
}
