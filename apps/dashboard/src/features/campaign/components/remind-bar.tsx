import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** As many as are checked and reminded at once. */
export const mostAtOnce = 200;

interface BarProps {
  count: number;
  onRemind: () => void;
  onClear: () => void;
}

/** How many are chosen, and the way to the check before they are reminded. */
export function RemindBar({ count, onRemind, onClear }: BarProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Paper withBorder shadow="md" p="sm" className="selection-bar" role="region" aria-label={t('campaign.chosenLabel')}>
      <Group gap="sm">
        <Text fw={600} role="status">
          {t('campaign.chosen', { count })}
        </Text>
        {count > mostAtOnce && <Text size="sm">{t('campaign.most', { count: mostAtOnce })}</Text>}
        <Group gap="sm" ml="auto">
          <Button disabled={count > mostAtOnce} onClick={onRemind} data-act="remind">
            {t('campaign.remind', { count })}
          </Button>
          <Button variant="default" onClick={onClear}>
            {t('campaign.clear')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
