import { Anchor, Badge, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../../components/due-date';
import { StageBadge } from '../../../components/stage-badge';
import { countryName, daysUntil, formatDay } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { ProjectLine } from '../api/projects';
import type { ListColumn } from '../list-state';

interface CellProps {
  line: ProjectLine;
  nowMs: number;
}

/** The project's title in the reader's language, linked to its page, the other language and its reference below. */
export function ProjectName({ line, onOpen }: { line: ProjectLine; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const title = inLanguage(line.titleZh, line.titleEn, i18n.language);
  const other = title === line.titleZh ? line.titleEn : line.titleZh;
  return (
    <Stack gap={2}>
      <Anchor
        component={Link}
        to="/projects/$projectId"
        params={{ projectId: line.id } as never}
        onClick={onOpen}
        data-row-link={line.id}
        fw={600}
        className="wraps"
      >
        {title ?? line.reference ?? t('list.untitled')}
      </Anchor>
      {other !== null && title !== undefined && (
        <Text size="sm" c="dimmed" lineClamp={1} title={other}>
          {other}
        </Text>
      )}
      <Text size="sm" c="dimmed" className="wraps">
        {[title === undefined ? undefined : line.reference, line.callCode].filter(Boolean).join(' · ')}
      </Text>
    </Stack>
  );
}

/** Stage and state, and whether the project is held. */
export function StageCell({ line }: Pick<CellProps, 'line'>) {
  const { t } = useTranslation();
  return (
    <Stack gap={4} align="flex-start">
      <StageBadge stage={line.stage} subState={line.subState} />
      {line.held !== null && (
        <Badge variant="default" tt="none">
          {t(`holds.${line.held}`)}
        </Badge>
      )}
    </Stack>
  );
}

/** The next deadline and who owes it. */
export function NextDeadline({ line, nowMs }: CellProps) {
  const { t } = useTranslation();
  const { deadline } = line;
  if (deadline === null)
    return (
      <Text size="sm" c="dimmed">
        {t('list.noDeadline')}
      </Text>
    );
  return (
    <Stack gap={2}>
      <DueDate dueOn={deadline.dueOn} endsAt={deadline.endsAt} nowMs={nowMs} overdue={deadline.overdue} />
      <Text size="sm">
        {t(`ladders.${deadline.ladder}`)}
        {deadline.ownerRole !== null && ` · ${t(`roles.${deadline.ownerRole}`)}`}
      </Text>
    </Stack>
  );
}

/** Names of an organization in both languages, the reader's first. */
function Organization({ zh, en }: { zh: string | null; en: string | null }) {
  const { i18n } = useTranslation();
  const name = inLanguage(zh, en, i18n.language);
  const other = name === zh ? en : zh;
  if (name === undefined) return <>–</>;
  return (
    <Stack gap={2}>
      <Text size="sm" className="wraps">
        {name}
      </Text>
      {other !== null && (
        <Text size="sm" c="dimmed" className="wraps">
          {other}
        </Text>
      )}
    </Stack>
  );
}

function Since({ line, nowMs }: CellProps) {
  const { t, i18n } = useTranslation();
  const days = Math.max(0, -daysUntil(line.since, nowMs) - 1);
  return <span title={formatDay(line.since, i18n.language)}>{t('projectList.days', { count: days })}</span>;
}

function Words({ children }: { children: (words: Pick<ReturnType<typeof useTranslation>, 't' | 'i18n'>) => string }) {
  const { t, i18n } = useTranslation();
  return <>{children({ t, i18n })}</>;
}

const cells: Record<ListColumn, (props: CellProps) => React.ReactNode> = {
  stage: ({ line }) => <StageCell line={line} />,
  country: ({ line }) => <Words>{({ i18n }) => (line.hostCountry === null ? '–' : countryName(line.hostCountry, i18n.language))}</Words>,
  deadline: (props) => <NextDeadline {...props} />,
  officer: ({ line }) => (
    <span className="wraps">
      <Words>{({ t }) => line.officerName ?? t('list.noOfficer')}</Words>
    </span>
  ),
  since: (props) => <Since {...props} />,
  call: ({ line }) => line.callCode,
  lead: ({ line }) => <Organization zh={line.leadZh} en={line.leadEn} />,
  host: ({ line }) => <Organization zh={line.hostZh} en={line.hostEn} />,
  field: ({ line }) => (
    <Words>{({ t }) => (line.fieldCode === null ? '–' : t(`occupations.${line.fieldCode}`, { defaultValue: line.fieldCode }))}</Words>
  ),
  updated: ({ line }) => <Words>{({ i18n }) => formatDay(line.updatedAt, i18n.language)}</Words>,
  outcome: ({ line }) => <Words>{({ t }) => (line.outcome === null ? '–' : t(`outcomes.${line.outcome}`))}</Words>,
};

/** What a line shows in a column. */
export function ColumnCell({ column, ...props }: CellProps & { column: ListColumn }) {
  return cells[column](props);
}
