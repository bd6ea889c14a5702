import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../../components/due-date';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import { StageBadge } from '../../../components/stage-badge';
import { inLanguage } from '../../../lib/stages';
import { rememberWalk } from '../../../lib/walk';
import { ownProjectsQuery, type ProjectLine } from '../api/overview';

function Line({ line, nowMs, onOpen }: { line: ProjectLine; nowMs: number; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const title = inLanguage(line.titleZh, line.titleEn, i18n.language) ?? line.reference ?? t('list.untitled');
  const { deadline } = line;
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="xs">
      <Stack gap={4} align="flex-start" style={{ minWidth: 0, flex: '1 1 220px' }}>
        <Anchor
          component={Link}
          to="/projects/$projectId"
          params={{ projectId: line.id } as never}
          fw={600}
          onClick={onOpen}
          style={{ overflowWrap: 'anywhere' }}
        >
          {title}
        </Anchor>
        <StageBadge stage={line.stage} subState={line.subState} />
      </Stack>
      {deadline !== null && <DueDate dueOn={deadline.dueOn} endsAt={deadline.endsAt} nowMs={nowMs} overdue={deadline.overdue} />}
    </Group>
  );
}

/** For partners and experts: the projects they have to do with, where each stands, and its next date. */
export function OwnProjects({ nowMs }: { nowMs: number }) {
  const { t } = useTranslation();
  const own = useQuery(ownProjectsQuery);
  const lines = own.data?.items ?? [];
  return (
    <section aria-labelledby="home-own">
      <Title order={2} id="home-own" mb="xs">
        {t('home.own')}
      </Title>
      {own.isPending && <Loading />}
      {own.isError && <ProblemPanel error={own.error} onRetry={() => void own.refetch()} />}
      {own.isSuccess && lines.length === 0 && <Text c="dimmed">{t('list.empty')}</Text>}
      <ul className="plain-list">
        {lines.map((line) => (
          <Line key={line.id} line={line} nowMs={nowMs} onOpen={() => rememberWalk(lines.map(({ id }) => id))} />
        ))}
      </ul>
      {own.data?.next != null && (
        <Anchor component={Link} to="/projects" display="inline-block" mt="sm">
          {t('home.allProjects')}
        </Anchor>
      )}
    </section>
  );
}
