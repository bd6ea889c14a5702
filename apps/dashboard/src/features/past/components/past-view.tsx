import { Stack, Table, Text, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { StageBadge } from '../../../components/stage-badge';
import { TwoZones } from '../../../components/two-zones';
import { WhyDate } from '../../../components/why-date';
import { changeLabel, changeValue } from '../../../lib/change-words';
import { formatDate, formatTime } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { PastProject } from '../api/past';
import { Told } from './told';
import { TaskList } from './task-list';

/** What a date is about, in words: a party, a person, a milestone, a year. */
function objectWords({ people, organizations }: PastProject, object: string, t: TFunction): string | undefined {
  if (object === '-') return undefined;
  const organization = organizations[object];
  return (
    people[object]?.fullName ??
    inLanguage(organization?.nameZh, organization?.nameEn, t('languageTag')) ??
    (/^[0-9a-f]{8}-/.test(object) ? undefined : object)
  );
}

function Facts({ past }: { past: PastProject }) {
  const { t, i18n } = useTranslation();
  return (
    <Table className="answers" verticalSpacing={4}>
      <caption className="visually-hidden">{t('past.facts')}</caption>
      <Table.Tbody>
        {past.facts
          .filter((fact) => fact.field !== 'deadline')
          .map((fact) => (
            <Table.Tr key={`${fact.field}/${fact.object ?? ''}/${fact.about ?? ''}`}>
              <Table.Th scope="row" fw={400}>
                {changeLabel(fact, t, () => undefined)}
              </Table.Th>
              <Table.Td>{changeValue(fact, fact.value, t, i18n.language)}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}

function Deadlines({ past }: { past: PastProject }) {
  const { t, i18n } = useTranslation();
  if (past.deadlines.length === 0) return <Text size="sm">{t('past.noDeadlines')}</Text>;
  return (
    <ul className="plain-list">
      {past.deadlines.map((one) => (
        <li key={`${one.ladder}/${one.object}`}>
          <Text fw={600} size="sm">
            {[t(`ladders.${one.ladder}`), objectWords(past, one.object, t)].filter(Boolean).join(' · ')}
          </Text>
          <Text size="sm" fw={one.overdue ? 700 : 400}>
            {t(one.overdue ? 'past.wasOverdue' : 'past.dueOn', { day: formatDate(one.dueOn, i18n.language) })} ·{' '}
            {t(`roles.${one.ownerRole}`)}
          </Text>
          <WhyDate because={one.because} policyKey={one.policyKey} article={one.article} />
        </li>
      ))}
    </ul>
  );
}

function Happened({ past }: { past: PastProject }) {
  const { t } = useTranslation();
  return (
    <div>
      {past.events.map((event, index) => (
        <Text key={index} fw={600} style={{ overflowWrap: 'anywhere' }}>
          {event.sentence}
        </Text>
      ))}
      {past.byName !== null && (
        <Text size="sm" c="dimmed">
          {t('project.by', { name: past.byName })}
        </Text>
      )}
      {past.reason !== null && <Text size="sm">{t('project.reason', { reason: past.reason })}</Text>}
      <TwoZones at={past.from} />
    </div>
  );
}

/** A project as it stood at a moment: where, what was known, which dates ran, who had to do what, who had been told what. */
export function PastView({ past, heading }: { past: PastProject; heading: string }) {
  const { t, i18n } = useTranslation();
  const parts = [
    { key: 'happened', part: <Happened past={past} /> },
    { key: 'facts', part: <Facts past={past} /> },
    { key: 'deadlines', part: <Deadlines past={past} /> },
    { key: 'tasks', part: <TaskList tasks={past.tasks} empty={t('past.noTasks')} /> },
    { key: 'mails', part: <Told mails={past.mails} empty={t('past.noMails')} /> },
  ];
  return (
    <Stack gap="md" component="section" aria-label={heading} data-testid="past">
      <div>
        <StageBadge stage={past.stage} subState={past.subState} />
        <Text size="sm" mt={4}>
          {past.until === null
            ? t('past.stands', { time: formatTime(past.from, i18n.language) })
            : t('past.stood', { from: formatTime(past.from, i18n.language), until: formatTime(past.until, i18n.language) })}
        </Text>
        <Text size="sm">{t('past.policy', { version: past.policyVersion })}</Text>
      </div>
      {parts.map(({ key, part }) => (
        <div key={key}>
          <Title order={3} size="h5" mb={4}>
            {t(`past.parts.${key}`)}
          </Title>
          {part}
        </div>
      ))}
    </Stack>
  );
}
