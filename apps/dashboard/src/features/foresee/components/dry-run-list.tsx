import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/format';
import type { DryRun } from '../api/dry-runs';

/** What a dry run is about. */
export function useSubject(): (run: Pick<DryRun, 'policyVersion'>) => string {
  const { t } = useTranslation();
  return ({ policyVersion }) => (policyVersion === null ? t('dryRun.calendar') : t('dryRun.policy', { version: policyVersion }));
}

/** The last dry runs, to be opened. */
export function DryRunList({
  runs,
  chosen,
  onOpen,
}: {
  runs: readonly DryRun[];
  chosen: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const subject = useSubject();
  if (runs.length === 0) return <Text>{t('dryRun.none')}</Text>;
  return (
    <Stack gap={4} component="ul" className="plain-list" aria-label={t('dryRun.last')}>
      {runs.map((run) => (
        <li key={run.id}>
          <Button
            variant={run.id === chosen ? 'light' : 'subtle'}
            size="compact-md"
            aria-current={run.id === chosen ? 'true' : undefined}
            onClick={() => onOpen(run.id)}
            h="auto"
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
          >
            {`${subject(run)} · ${t('dryRun.asked', { name: run.askedByName, time: formatTime(run.askedAt, i18n.language) })} · ${t(`dryRun.states.${run.state}`)}`}
          </Button>
        </li>
      ))}
    </Stack>
  );
}
