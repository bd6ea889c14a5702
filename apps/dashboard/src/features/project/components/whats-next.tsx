import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../../components/due-date';
import { WhyDate } from '../../../components/why-date';
import type { ProjectDetail } from '../api/project';
import { openDeadlineName, ownerName } from '../deadline-words';
import type { Deadline } from '../situation';

function OneDeadline({ project, deadline }: { project: ProjectDetail; deadline: Deadline }) {
  const { t, i18n } = useTranslation();
  const nowMs = Date.parse(project.now);
  return (
    <Paper withBorder p="md" component="li">
      <Text fw={600}>{openDeadlineName(project, deadline, t)}</Text>
      {deadline.frozen === undefined ? (
        <DueDate dueOn={deadline.dueOn} endsAt={deadline.endsAt} nowMs={nowMs} overdue={Date.parse(deadline.endsAt) <= nowMs} />
      ) : (
        <Text size="sm">{t('project.frozen')}</Text>
      )}
      {deadline.ladder !== 'clock' && (
        <Text size="sm">{t('project.owedBy', { name: ownerName(project, deadline.owner, t, i18n.language) })}</Text>
      )}
      <WhyDate because={deadline.because} policyKey={deadline.policyKey} article={deadline.article} />
    </Paper>
  );
}

/** What is due next and who owes it, the earliest first; later ones are folded away. */
export function WhatsNext({ project, shown = 3 }: { project: ProjectDetail; shown?: number }) {
  const { t } = useTranslation();
  const deadlines = [...project.deadlines].sort((a, b) => a.endsAt.localeCompare(b.endsAt));
  const list = (some: Deadline[]) => (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {some.map((deadline) => (
        <OneDeadline key={`${deadline.ladder}/${deadline.object}`} project={project} deadline={deadline} />
      ))}
    </Stack>
  );
  return (
    <section aria-labelledby="next">
      <Title order={2} id="next" mb="sm">
        {t('project.next')}
      </Title>
      {deadlines.length === 0 ? <Text>{t('project.nothingDue')}</Text> : list(deadlines.slice(0, shown))}
      {deadlines.length > shown && (
        <details>
          <summary>{t('project.laterDates', { count: deadlines.length - shown })}</summary>
          {list(deadlines.slice(shown))}
        </details>
      )}
    </section>
  );
}
