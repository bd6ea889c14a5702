import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { newCommandId } from '../../../lib/commands';
import { actOnBulkRun, type BulkAct, type BulkRun } from '../api/bulk';
import { nextActs, type Looker } from '../next-acts';

const mild: readonly BulkAct[] = ['reject', 'discard'];

/** What the reader may do to a run now; where it waits for somebody else it says so. */
export function RunActions({ run, looker }: { run: BulkRun; looker: Looker }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const act = useMutation({
    mutationFn: (what: BulkAct) => actOnBulkRun(run.id, what, newCommandId()),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['bulk'] }),
  });
  const acts = nextActs(run, looker);
  return (
    <Stack gap="xs">
      {act.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={act.error} />
        </div>
      )}
      {run.state === 'proposed' && run.createdBy === looker.personId && <Text>{t('bulk.another')}</Text>}
      {run.state === 'draft' && run.needsSecond && <Text>{t('bulk.needsSecond', { count: run.counts.foreseen })}</Text>}
      {acts.length > 0 && (
        <Group>
          {acts.map((what) => (
            <Button
              key={what}
              {...(what === 'stop' ? { color: 'red.9' } : mild.includes(what) ? { variant: 'default' } : {})}
              loading={act.isPending && act.variables === what}
              disabled={act.isPending && act.variables !== what}
              onClick={() => act.mutate(what)}
            >
              {t(`bulk.acts.${what}`)}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
