import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerLines } from '../../../components/command-form/answer-text';
import { askedFields } from '../../../components/command-form/body-of';
import { projectFormOf } from '../commands';
import type { ProjectFormContext } from '../commands/project-form';
import type { ThoughtAct } from '../what-if-acts';

function answersIn({ command, answers }: ThoughtAct, context: ProjectFormContext): string[] {
  const form = projectFormOf(command);
  if (form === undefined) return [];
  const { t, language } = context;
  const asked = askedFields(form).filter(([name]) => name !== 'reason');
  return asked.flatMap(([name, spec]) => answerLines(spec, answers[name], { context, answers, t, language }));
}

interface WhatIfListProps {
  acts: readonly ThoughtAct[];
  context: ProjectFormContext;
  /** Place of the act that would be refused. */
  refused: number | undefined;
  onRemove: (place: number) => void;
}

/** The acts in their order, each with the days before it; one that would be refused says so. */
export function WhatIfList({ acts, context, refused, onRemove }: WhatIfListProps) {
  const { t } = useTranslation();
  return (
    <ol data-testid="what-if-acts">
      {acts.map((act, place) => (
        <li key={place}>
          <Group gap="xs" wrap="wrap" justify="space-between">
            <div>
              <Text fw={600}>
                {t(`forms.project.${act.command}.title`)}
                {place === refused && ` · ${t('whatIf.refused')}`}
              </Text>
              <Text size="sm">{[t('whatIf.after', { count: act.afterDays }), ...answersIn(act, context)].join(' · ')}</Text>
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
