import { Badge, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WhyDate } from '../../../components/why-date';
import { formatDate } from '../../../lib/format';
import type { Preview } from '../api/preview';
import type { ProjectDetail } from '../api/project';
import { deadlineName } from '../deadline-words';

type Line = Preview['dates'][number];

/** Deadlines that would come, go, stop or move, each with its arithmetic and what speaks against it. */
export function PreviewDates({ project, dates }: { project: ProjectDetail; dates: readonly Line[] }) {
  const { t, i18n } = useTranslation();
  if (dates.length === 0) return null;
  const day = (date: string): string => formatDate(date, i18n.language);
  const said = ({ from, to, stopped }: Line): string => {
    if (to === null) return t('preview.dates.ends', { from: day(from ?? '') });
    if (stopped) return t('preview.dates.stops', { day: day(to) });
    if (from === null) return t('preview.dates.begins', { to: day(to) });
    return from === to ? t('preview.dates.goesOn', { day: day(to) }) : t('preview.dates.moves', { from: day(from), to: day(to) });
  };
  return (
    <div>
      <Title order={3} size="h4">
        {t('preview.dates.title')}
      </Title>
      <ul className="plain-list">
        {dates.map((line) => (
          <li key={`${line.ladder}/${line.object}`}>
            <Group gap="xs" wrap="wrap">
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {deadlineName(project, line, t)}
              </Text>
              {line.conflict !== null && (
                <Badge color="red" variant="light" tt="none" style={{ height: 'auto', whiteSpace: 'normal' }}>
                  {t(`preview.conflicts.${line.conflict}`)}
                </Badge>
              )}
            </Group>
            <Text size="sm">{said(line)}</Text>
            {line.because !== null && line.policyKey !== null && !line.stopped && (
              <WhyDate because={line.because} policyKey={line.policyKey} article={line.article} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
