import { Anchor, Button, Progress, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Run } from '../run-store';
import { useRun } from '../use-run';

/** How far the reminders are, and at the end what became of each; nothing is sent twice, whatever is clicked or loaded again. */
export function RemindRun({ run, onClose }: { run: Run; onClose: () => void }) {
  const { t } = useTranslation();
  const outcomes = useRun(run);
  const total = run.projects.length;
  const over = outcomes.length >= total;
  const refused = outcomes.filter((one) => !one.done);
  return (
    <Stack gap="md">
      <div className="confirmation" role="status">
        <Title order={2}>{t(over ? 'campaign.runDone' : 'campaign.running', { done: outcomes.length - refused.length, total })}</Title>
        {over && <Text>{t('campaign.runNext')}</Text>}
      </div>
      <Progress value={total === 0 ? 100 : (outcomes.length * 100) / total} aria-label={t('campaign.progress')} />
      {refused.length > 0 && (
        <section aria-label={t('campaign.notReminded')}>
          <Title order={3} size="h4" mb="xs">
            {t('campaign.notReminded')} ({refused.length})
          </Title>
          <ul className="plain-list">
            {refused.map(({ project, sentence }) => (
              <li key={project.id}>
                <Anchor component={Link} to="/projects/$projectId" params={{ projectId: project.id } as never}>
                  {project.reference ?? t('list.untitled')}
                </Anchor>{' '}
                {sentence === '' ? t('problem.unreachable') : sentence}
              </li>
            ))}
          </ul>
        </section>
      )}
      {over && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={onClose}>
          {t('campaign.close')}
        </Button>
      )}
    </Stack>
  );
}
