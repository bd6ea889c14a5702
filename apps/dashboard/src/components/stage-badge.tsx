import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The stage and sub-state in words; colour only supports them. */
export function StageBadge({ stage, subState }: { stage: string; subState: string }) {
  const { t } = useTranslation();
  return (
    <Badge
      variant="default"
      size="lg"
      tt="none"
      fw={500}
      style={{ height: 'auto' }}
      styles={{ label: { whiteSpace: 'normal' } }}
      title={t(`stages.${stage}`)}
    >
      {t(`stages.${stage}`)} · {t(`subStates.${subState}`)}
    </Badge>
  );
}
