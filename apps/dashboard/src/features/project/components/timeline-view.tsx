import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../../../components/read';
import { formatDay } from '../../../lib/format';
import { forecastQuery, timelineQuery, type ProjectDetail } from '../api/project';
import { futureOf, pastOf, wantedKinds, type Future, type LineKind, type Past } from '../timeline-items';
import { KindFilter } from './kind-filter';
import { PastLine } from './past-line';
import { PlannedLine } from './planned-line';

const pastAtFirst = 6;
const futureAtFirst = 20;
const moreAtOnce = 40;

interface LinesProps {
  project: ProjectDetail;
  past: Past;
  future: Future;
  wanted: ReadonlySet<LineKind>;
}

/** Past above, future below, today between them; what lies farther away is shown on demand, so that a long life stays quick. */
function Lines({ project, past, future, wanted }: LinesProps) {
  const { t, i18n } = useTranslation();
  const [earlier, setEarlier] = useState(pastAtFirst);
  const [later, setLater] = useState(futureAtFirst);
  const behind = pastOf(past, wanted);
  const ahead = futureOf(future, wanted);
  const hiddenBehind = Math.max(0, behind.length - earlier);
  const hiddenAhead = Math.max(0, ahead.length - later);
  return (
    <>
      {hiddenBehind > 0 && (
        <Button variant="default" size="compact-md" style={{ alignSelf: 'flex-start' }} onClick={() => setEarlier(earlier + moreAtOnce)}>
          {t('projectPage.timeline.earlier', { count: Math.min(moreAtOnce, hiddenBehind), all: hiddenBehind })}
        </Button>
      )}
      <ol className="timeline" aria-label={t('views.timeline')}>
        {behind.slice(hiddenBehind).map((entry) => (
          <PastLine key={entry.rev} entry={entry} dates={past.dates} />
        ))}
        <li className="today" id="today" tabIndex={-1} aria-current="date">
          <Text fw={700}>{t('projectPage.timeline.today', { day: formatDay(project.now, i18n.language) })}</Text>
          <Text size="sm">{t(ahead.length === 0 ? 'project.nothingPlanned' : 'projectPage.timeline.below')}</Text>
        </li>
        {ahead.slice(0, later).map((line) => (
          <PlannedLine key={`${line.occurrence.key}/${line.occurrence.series}/${line.at}`} project={project} line={line} />
        ))}
      </ol>
      {hiddenAhead > 0 && (
        <Button variant="default" size="compact-md" style={{ alignSelf: 'flex-start' }} onClick={() => setLater(later + moreAtOnce)}>
          {t('projectPage.timeline.later', { count: Math.min(moreAtOnce, hiddenAhead), all: hiddenAhead })}
        </Button>
      )}
    </>
  );
}

interface TimelineViewProps {
  project: ProjectDetail;
  kinds: string | undefined;
  onKinds: (kinds: string | undefined) => void;
}

/** One list of what happened and of what will happen if nobody acts; every date says why it is what it is. */
export function TimelineView({ project, kinds, onKinds }: TimelineViewProps) {
  const { t } = useTranslation();
  const past = useQuery(timelineQuery(project.id));
  const future = useQuery(forecastQuery(project.id));
  const box = useRef<HTMLDivElement>(null);
  const wanted = wantedKinds(kinds);
  const toToday = (): void => {
    const line = box.current?.querySelector<HTMLElement>('#today');
    line?.scrollIntoView({ block: 'center' });
    line?.focus({ preventScroll: true });
  };
  return (
    <Stack gap="md" ref={box}>
      <Group justify="space-between" gap="sm">
        <Title order={2}>{t('views.timeline')}</Title>
        <Button variant="default" size="compact-md" onClick={toToday}>
          {t('projectPage.timeline.toToday')}
        </Button>
      </Group>
      <KindFilter
        wanted={wanted}
        onChange={(chosen) => onKinds(chosen.length === 0 || chosen.length === 4 ? undefined : chosen.join('.'))}
      />
      <Read query={past}>
        {(happened) => (
          <Read query={future}>{(planned) => <Lines project={project} past={happened} future={planned} wanted={wanted} />}</Read>
        )}
      </Read>
    </Stack>
  );
}
