import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../../components/due-date';
import { WhyDate } from '../../../components/why-date';
import { commandNameOf } from '../../../lib/commands';
import { formatDate, formatDay } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { openDeadlineName, ownerName } from '../deadline-words';
import { commandThatEnds, daysOver, followingOf, situationOf, type Deadline } from '../situation';

interface OfDeadline {
  project: ProjectDetail;
  deadline: Deadline;
}

/** Leads to the form that ends the deadline, for whoever may give it. */
function DoIt({ project, deadline }: OfDeadline) {
  const { t } = useTranslation();
  const type = commandThatEnds(project, deadline);
  if (type === undefined) return null;
  const command = commandNameOf(type);
  const about = /^(M\d+|\d{4})$/.test(deadline.object) ? { about: deadline.object } : {};
  return (
    <Button
      component={Link}
      to="/projects/$projectId/do/$command"
      params={{ projectId: project.id, command } as never}
      search={about as never}
      rightSection={<IconArrowRight size={16} aria-hidden />}
      h="auto"
      py={6}
      style={{ alignSelf: 'flex-start' }}
      styles={{ inner: { minHeight: 22 }, label: { whiteSpace: 'normal' } }}
    >
      {t(`forms.project.${command}.title`)}
    </Button>
  );
}

/** What happens if nobody acts, and when. */
function WhatFollows({ project, deadline }: OfDeadline) {
  const { t, i18n } = useTranslation();
  const next = followingOf(project, deadline);
  if (next === undefined) return <Text size="sm">{t('projectPage.situation.nothingFollows')}</Text>;
  const day = formatDay(next.at, i18n.language);
  const roles = next.to.map((role) => t(`roles.${role}`)).join(t('why.comma'));
  return (
    <Text size="sm">
      {next.consequence === undefined
        ? t(`projectPage.situation.follows.${next.kind}`, { day, roles })
        : t('projectPage.situation.follows.consequence', { day, what: t(`consequences.${next.consequence}`) })}
    </Text>
  );
}

function Overdue({ project, deadline }: OfDeadline) {
  const { t, i18n } = useTranslation();
  const count = daysOver(deadline.endsAt, project.now);
  return (
    <Paper withBorder p="md" component="li" className="overdue" data-testid="overdue">
      <Stack gap={6}>
        <Group gap={8} wrap="nowrap" align="flex-start">
          <IconAlertTriangle size={22} aria-hidden color="var(--mantine-color-error)" style={{ flexShrink: 0, marginTop: 2 }} />
          <Text fw={700} c="var(--mantine-color-error)" style={{ overflowWrap: 'anywhere' }}>
            {t('projectPage.situation.overdue', { what: openDeadlineName(project, deadline, t), count })}
          </Text>
        </Group>
        <Text>
          {t('projectPage.situation.owedSince', {
            name: ownerName(project, deadline.owner, t, i18n.language),
            day: formatDate(deadline.dueOn, i18n.language),
          })}
        </Text>
        <Text size="sm">{t('projectPage.situation.ends', { how: t(`projectPage.situation.endsWith.${deadline.ladder}`) })}</Text>
        <WhatFollows project={project} deadline={deadline} />
        <DoIt project={project} deadline={deadline} />
        <WhyDate because={deadline.because} policyKey={deadline.policyKey} article={deadline.article} />
      </Stack>
    </Paper>
  );
}

function Next({ project, deadline }: OfDeadline) {
  const { t, i18n } = useTranslation();
  return (
    <Paper withBorder p="md" data-testid="next">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} style={{ flex: '1 1 260px' }}>
          <Text size="sm" c="dimmed">
            {t('projectPage.situation.next')}
          </Text>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {openDeadlineName(project, deadline, t)}
          </Text>
          {deadline.ladder !== 'clock' && (
            <Text size="sm">{t('project.owedBy', { name: ownerName(project, deadline.owner, t, i18n.language) })}</Text>
          )}
          <DoIt project={project} deadline={deadline} />
        </Stack>
        <DueDate dueOn={deadline.dueOn} endsAt={deadline.endsAt} nowMs={Date.parse(project.now)} overdue={false} />
      </Group>
    </Paper>
  );
}

/** What is late and why, else what is next and who owes it: on top of the page, without a click. */
export function SituationPanel({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const { overdue, next } = situationOf(project);
  if (overdue.length === 0 && next === undefined) return null;
  const line = (deadline: Deadline) => <Overdue key={`${deadline.ladder}/${deadline.object}`} project={project} deadline={deadline} />;
  return (
    <section aria-labelledby="situation">
      <Title order={2} id="situation" className="visually-hidden">
        {t('projectPage.situation.title')}
      </Title>
      <Stack gap="sm">
        {overdue.length > 0 && <ul className="plain-list">{overdue.slice(0, 2).map(line)}</ul>}
        {overdue.length > 2 && (
          <details>
            <summary>{t('projectPage.situation.moreOverdue', { count: overdue.length - 2 })}</summary>
            <ul className="plain-list">{overdue.slice(2).map(line)}</ul>
          </details>
        )}
        {next !== undefined && <Next project={project} deadline={next} />}
      </Stack>
    </section>
  );
}
