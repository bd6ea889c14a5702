import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../lib/format';
import { actOfUndo, actsOnSeries } from '../acts';
import type { Entry, Intervention, Series } from '../entries';
import { Acts } from './acts';
import { DoneByHand } from './done-by-hand';

interface SeriesListProps {
  projectId: string;
  series: Series[];
  entries: Entry[];
  interventions: Intervention[];
  titleOf: (one: { rule: string; object: string }) => string;
}

function isOf(one: { rule: string; object: string }, series: Series): boolean {
  return one.rule === series.rule && one.object === series.object;
}

function SeriesCard({
  projectId,
  one,
  count,
  done,
  title,
}: {
  projectId: string;
  one: Series;
  count: number;
  done: Intervention[];
  title: string;
}) {
  const { t, i18n } = useTranslation();
  return (
    <Paper withBorder p="md" component="li" data-series={`${one.rule}/${one.object}`} data-paused={one.paused}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text fw={600} style={{ flex: '1 1 180px', overflowWrap: 'anywhere' }}>
          {title}
        </Text>
        {one.paused && (
          <Badge
            variant="filled"
            color="orange"
            size="lg"
            tt="none"
            fw={600}
            autoContrast
            leftSection={<IconPlayerPause size={16} aria-hidden />}
          >
            {t('forecast.states.paused')}
          </Badge>
        )}
      </Group>
      <Text size="sm">
        {t('forecast.dueOn', { day: formatDate(one.dueOn, i18n.language) })}
        {' · '}
        {one.paused ? t('forecast.nothingSent') : t('forecast.planned', { count })}
      </Text>
      {done.map((each) => (
        <DoneByHand key={each.interventionId} intervention={each} projectId={projectId} acts={actOfUndo(each, title)} />
      ))}
      <Acts projectId={projectId} acts={actsOnSeries(one, title)} />
    </Paper>
  );
}

/** The open deadlines with what may be done to all their mails; a paused one is marked clearly. */
export function SeriesList({ projectId, series, entries, interventions, titleOf }: SeriesListProps) {
  const { t } = useTranslation();
  if (series.length === 0) return null;
  const inOrder = [...series].sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1));
  return (
    <section aria-labelledby="series">
      <Title order={2} id="series" mb="sm">
        {t('forecast.series')}
      </Title>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {inOrder.map((one) => (
          <SeriesCard
            key={`${one.rule}/${one.object}`}
            projectId={projectId}
            one={one}
            count={entries.filter((entry) => isOf(entry, one) && entry.state === 'planned').length}
            done={interventions.filter((each) => isOf(each, one) && each.kind !== 'skipped')}
            title={titleOf(one)}
          />
        ))}
      </Stack>
    </section>
  );
}
