import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { newCommandId } from '../../../lib/commands';
import { applyDryRun, dryRunQuery, type DryRun } from '../api/dry-runs';

/** Has exactly what was foreseen carried out, or says what stands against it. */
export function ApplyDryRun({ run }: { run: DryRun }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [key] = useState(newCommandId);
  const apply = useMutation({
    mutationFn: () => applyDryRun(key, run.id, reason.trim()),
    onSuccess: () => client.invalidateQueries({ queryKey: dryRunQuery(run.id).queryKey }),
  });
  const give = (): void => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') apply.mutate();
  };
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t('dryRun.apply')}
        </Title>
        {run.bulkRunId !== null && <Anchor href={`/administration/bulk/${run.bulkRunId}`}>{t('dryRun.openBulk')}</Anchor>}
        {run.bulkRunId === null && !run.apply.possible && <Text role="note">{run.apply.sentence}</Text>}
        {run.bulkRunId === null && run.apply.possible && (
          <>
            <Text>{t('dryRun.applyText')}</Text>
            <ReasonField
              label={t('dryRun.reason')}
              help={t('dryRun.reasonHelp')}
              error={missing ? t('dryRun.reasonMissing') : undefined}
              value={reason}
              onChange={setReason}
            />
            <Button style={{ alignSelf: 'flex-start' }} loading={apply.isPending} onClick={give}>
              {t('dryRun.apply')}
            </Button>
          </>
        )}
        {apply.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={apply.error} />
          </div>
        )}
      </Stack>
    </Paper>
  );
}
