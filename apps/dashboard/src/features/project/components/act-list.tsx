import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProjectFormContext } from '../commands/project-form';
import { actLines } from '../modify-acts';
import type { ThoughtAct } from '../what-if-acts';

interface ActListProps {
  acts: readonly ThoughtAct[];
  context: ProjectFormContext;
  /** Place of the act that would be refused. */
  refused: number | undefined;
  /** Whether the days before each are told. */
  inDays?: boolean;
  onRemove: (place: number) => void;
}

/** Acts in their order; one that would be refused says so. */
export function ActList({ acts, context, refused, inDays = false, onRemove }: ActListProps) {
  const { t } = useTranslation();
  return (
    <ol data-testid="acts">
      {acts.map((act, place) => (
        <li key={place}>
          <Group gap="xs" wrap="wrap" justify="space-between">
            <div>
              <Text fw={600}>
                {t(`forms.project.${act.command}.title`)}
                {place === refused && ` · ${t('whatIf.refused')}`}
              </Text>
              <Text size="sm">
                {[...(inDays ? [t('whatIf.after', { count: act.afterDays })] : []), ...actLines(act, context).slice(1)].join(' · ')}
              </Text>
            </div>
            <Button className="no-print" variant="subtle" size="compact-sm" onClick={() => onRemove(place)}>
              {t('whatIf.remove')}
              <span className="visually-hidden"> {t(`forms.project.${act.command}.title`)}</span>
            </Button>
          </Group>
        </li>
      ))}
    </ol>
  );
}
