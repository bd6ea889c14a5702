import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../../components/due-date';
import { WhyDate } from '../../../components/why-date';
import type { ProjectDetail } from '../api/project';
import { organizationName, personName } from '../names';
import { objectLabel } from '../object-label';

type Deadline = ProjectDetail['deadlines'][number];

/** Who owes a deadline: a person, an organization or a role, in words. */
function OwedBy({ project, owner }: { project: ProjectDetail; owner: Deadline['owner'] }) {
  const { t, i18n } = useTranslation();
  const role = t(`roles.${owner.role}`);
  const name =
    owner.personId !== undefined
      ? personName(project, owner.personId, role)
      : owner.organizationId !== undefined
        ? organizationName(project, owner.organizationId, i18n.language, role)
        : role;
  return <Text size="sm">{t('project.owedBy', { name: name === role ? name : `${name} · ${role}` })}</Text>;
}

function OneDeadline({ project, deadline }: { project: ProjectDetail; deadline: Deadline }) {
  const { t } = useTranslation();
  const nowMs = Date.parse(project.now);
  const what = t(deadline.ladder === 'clock' ? `moments.${deadline.object}` : `ladders.${deadline.ladder}`, {
    defaultValue: t('moments.other'),
  });
  const about = deadline.ladder === 'clock' ? undefined : objectLabel(project, deadline.object, t);
  return (
    <Paper withBorder p="md" component="li">
      <Text fw={600}>{about === undefined ? what : `${what}: ${about}`}</Text>
      {deadline.frozen === undefined ? (
        <DueDate dueOn={deadline.dueOn} endsAt={deadline.endsAt} nowMs={nowMs} overdue={Date.parse(deadline.endsAt) <= nowMs} />
      ) : (
        <Text size="sm">{t('project.frozen')}</Text>
      )}
      <OwedBy project={project} owner={deadline.owner} />
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
