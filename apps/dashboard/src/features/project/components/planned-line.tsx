import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { WhyDate } from '../../../components/why-date';
import { formatDate } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { deadlineName } from '../deadline-words';
import type { Future } from '../timeline-items';

/** Events that the line's own head says already. */
const headline: ReadonlySet<string> = new Set(['ReminderIssued', 'EscalationIssued', 'ConsequenceReached']);

/** One line of what will happen if nobody acts: what, whom it reaches, what follows, when in two zones, and the arithmetic of its date. */
export function PlannedLine({ project, line }: { project: ProjectDetail; line: Future['items'][number] }) {
  const { t, i18n } = useTranslation();
  const { at, occurrence, events, notifications } = line;
  const roles = [...new Set(notifications.flatMap((one) => one.to))].map((role) => t(`roles.${role}`));
  const isMoment = occurrence.rule === 'clock';
  const said = events.filter((event) => !headline.has(event.type));
  return (
    <li className="planned">
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {deadlineName(project, { ladder: occurrence.rule, object: occurrence.object, consequence: occurrence.consequence }, t)}
      </Text>
      <Text size="sm">
        {t(`occurrences.${occurrence.kind}`)}
        {occurrence.consequence !== undefined &&
          !isMoment &&
          t('projectPage.situation.colon', { what: t(`consequences.${occurrence.consequence}`) })}
        {!isMoment && ` · ${t('projectPage.timeline.due', { day: formatDate(occurrence.dueOn, i18n.language) })}`}
        {roles.length > 0 && ` · ${t('project.mailTo', { roles: roles.join(t('why.comma')) })}`}
      </Text>
      {said.map((event, index) => (
        <Text key={index} size="sm">
          {event.sentence}
        </Text>
      ))}
      <TwoZones at={at} />
      <WhyDate because={occurrence.because} policyKey={occurrence.policyKey} article={occurrence.article} />
    </li>
  );
}
