import { Button, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { askRepairs, findingsQuery, repairsQuery, type AskedRepairs, type EngineFindings } from '../api/engine';
import { sameTroubles, type SameTrouble } from '../fitting-act';

/** What became of those that were asked for. */
function Asked({ asked }: { asked: AskedRepairs }) {
  const { t } = useTranslation();
  const begun = asked.items.filter(({ repair }) => repair !== null).length;
  const skipped = asked.items.length - begun;
  return (
    <Text role="status" data-testid="repairs-asked">
      {t('engine.repair.many.asked', { count: begun })} {skipped > 0 && t('engine.repair.many.skipped', { count: skipped })}
    </Text>
  );
}

/** One trouble that several have: reason, and one button for all. */
function AllOfAKind({ trouble }: { trouble: SameTrouble }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const [key, setKey] = useState(newCommandId);
  const { code, act, entities } = trouble;
  const asking = useMutation({
    mutationFn: () => askRepairs({ act: act as never, entities, reason }, key),
    onSuccess: () => {
      setKey(newCommandId());
      setReason('');
      setChecked(false);
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
    onSettled: () =>
      Promise.all([repairsQuery, findingsQuery].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey: queryKey as string[] }))),
  });
  return (
    <Paper
      withBorder
      p="md"
      component="form"
      data-testid={`all-${code}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (reason.trim() !== '' && !asking.isPending) asking.mutate();
      }}
    >
      <Stack gap="sm" maw={760}>
        <Text fw={600}>{t('engine.repair.many.title', { count: entities.length, name: t(`engine.findingNames.${code}`) })}</Text>
        <Text size="sm">{t(`engine.actTexts.${act}`)}</Text>
        <ReasonField
          label={t('engine.repair.reason')}
          help={t('engine.repair.reasonHelp')}
          error={checked && reason.trim() === '' ? t('engine.repair.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
        />
        {asking.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={asking.error} />
          </div>
        )}
        {asking.data !== undefined && <Asked asked={asking.data} />}
        <div>
          <Button type="submit" variant="default" loading={asking.isPending}>
            {t('engine.repair.many.do', { act: t(`engine.acts.${act}`), count: entities.length })}
          </Button>
        </div>
      </Stack>
    </Paper>
  );
}

/** Troubles that several projects have, each with the one repair for all of them. */
export function RepairMany({ items }: Pick<EngineFindings, 'items'>) {
  return sameTroubles(items).map((trouble) => <AllOfAKind key={trouble.code} trouble={trouble} />);
}
