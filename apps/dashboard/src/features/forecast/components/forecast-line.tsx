import { Badge, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { WhyDate } from '../../../components/why-date';
import { actOfUndo, actsOnEntry } from '../acts';
import type { Entry, Intervention } from '../entries';
import { Acts } from './acts';
import { DoneByHand } from './done-by-hand';
import { Recipients } from './recipients';

interface ForecastLineProps {
  projectId: string;
  entry: Entry;
  /** What it is about, in words. */
  title: string;
  /** What was done to this very mail. */
  done: Intervention[];
}

function What({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { kind, level, consequence, notification } = entry;
  const parts = [
    kind === 'consequence' ? t('occurrences.consequence') : undefined,
    kind !== undefined && kind !== 'consequence' ? t(`occurrences.${kind}`) : undefined,
    level === undefined ? undefined : t(`forecast.levels.${level}`),
    consequence === undefined ? undefined : t(`consequences.${consequence}`),
    level === undefined && notification !== undefined ? t(`mailKinds.${notification}`) : undefined,
    entry.letter ? t('mails.classes.letter') : undefined,
  ];
  return <Text size="sm">{parts.filter((one) => one !== undefined).join(' · ')}</Text>;
}

/** One mail of the forecast: when, to whom, why, what would stop it, and what may be done about it. */
export function ForecastLine({ projectId, entry, title, done }: ForecastLineProps) {
  const { t } = useTranslation();
  const { state, at, because, policyKey, article } = entry;
  const isSkipped = state === 'skipped';
  return (
    <Paper withBorder p="md" component="li" data-state={state} data-step={entry.step} data-rule={entry.rule}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text fw={600} td={isSkipped ? 'line-through' : undefined} style={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
          {title}
        </Text>
        {(state === 'waiting' || isSkipped) && (
          <Badge variant="default" size="lg" tt="none" fw={500}>
            {t(`forecast.states.${state}`)}
          </Badge>
        )}
      </Group>
      <What entry={entry} />
      <TwoZones at={at} />
      {!isSkipped && <Recipients mails={entry.mails} />}
      {entry.sentences.map((sentence, index) => (
        <Text key={index} size="sm">
          {sentence}
        </Text>
      ))}
      {entry.ends !== undefined && <Text size="sm">{t('forecast.ends', { ask: entry.ends })}</Text>}
      {because !== undefined && policyKey !== undefined && <WhyDate because={because} policyKey={policyKey} article={article} />}
      {done.map((one) => (
        <DoneByHand key={one.interventionId} intervention={one} projectId={projectId} acts={actOfUndo(one, title)} />
      ))}
      <Acts projectId={projectId} acts={actsOnEntry(entry, title)} />
    </Paper>
  );
}
