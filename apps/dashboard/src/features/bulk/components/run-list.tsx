import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import { TwoZones } from '../../../components/two-zones';
import { actName } from '../act-name';
import type { BulkRun } from '../api/bulk';

function Line({ run }: { run: BulkRun }) {
  const { t } = useTranslation();
  const { counts } = run;
  return (
    <Paper component="li" withBorder p="md" data-testid="bulk-run">
      <Stack gap={4}>
        <Anchor component={Link} to="/administration/bulk/$runId" params={{ runId: run.id } as never} fw={600}>
          {t('bulk.runTitle', { what: actName(run, t), count: counts.total })}
        </Anchor>
        <Text>{t(`bulk.states.${run.state}`)}</Text>
        <Text size="sm">
          {t(run.startedAt === null ? 'bulk.foreseen' : 'bulk.sofar', {
            applied: counts.applied,
            foreseen: counts.foreseen,
            total: counts.total,
          })}
        </Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('bulk.because', { name: run.createdByName, reason: run.reason })}
        </Text>
        <TwoZones at={run.endedAt ?? run.createdAt} />
      </Stack>
    </Paper>
  );
}

/** The last runs. */
export function RunList({ runs }: { runs: readonly BulkRun[] }) {
  const { t } = useTranslation();
  if (runs.length === 0) return <EmptyState title={t('bulk.none')} text={t('bulk.noneText')} />;
  return (
    <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
      {runs.map((run) => (
        <Line key={run.id} run={run} />
      ))}
    </Stack>
  );
}
