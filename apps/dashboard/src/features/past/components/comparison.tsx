import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChangesTable } from '../../../components/changes-table';
import type { PastComparison } from '../api/past';
import { TaskList } from './task-list';
import { Told } from './told';

/** What differs between two moments, in words: values before and after, tasks that came and went, mails that left between. */
export function Comparison({ comparison }: { comparison: PastComparison }) {
  const { t } = useTranslation();
  const { changes, opened, closed, mails, from, to } = comparison;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="differences" data-testid="differences">
      <Stack gap="sm">
        <Title order={2} size="h4" id="differences">
          {t('past.differences')}
        </Title>
        <Text size="sm">{t('past.between', { count: comparison.entries })}</Text>
        {from.policyVersion !== to.policyVersion && (
          <Text size="sm">{t('past.policies', { from: from.policyVersion, to: to.policyVersion })}</Text>
        )}
        {changes.length === 0 ? <Text size="sm">{t('past.same')}</Text> : <ChangesTable changes={changes} />}
        {(['opened', 'closed'] as const).map((what) => {
          const tasks = what === 'opened' ? opened : closed;
          return tasks.length === 0 ? null : (
            <div key={what}>
              <Title order={3} size="h5">
                {t(`past.tasks.${what}`)}
              </Title>
              <TaskList tasks={tasks} empty="" />
            </div>
          );
        })}
        {mails.length > 0 && (
          <div>
            <Title order={3} size="h5">
              {t('past.mailsBetween')}
            </Title>
            <Told mails={mails} empty="" />
          </div>
        )}
      </Stack>
    </Paper>
  );
}
