import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { forget, keep, keptUnder } from '../../../lib/kept';
import { problemIn } from '../../../lib/problem';
import { policiesQuery, policyQuery, saveDraft, type PolicyKeys, type PolicyVersion } from '../api/policy';
import { keyName } from '../value-words';
import { PolicyValues } from './policy-values';

/** What was typed and never saved, from this browser. */
function keptValues(name: string): Record<string, unknown> {
  const kept = keptUnder(name);
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
}

/** What is wrong at which key: as the server said when it refused, else where values contradict each other. */
function errorsOf(error: unknown, faults: PolicyVersion['faults']): Record<string, string> {
  const said = Object.entries(problemIn(error)?.fieldErrors ?? {}).map(
    ([path, detail]) => [path.replace(/^values\./, ''), detail] as const,
  );
  return { ...Object.fromEntries(faults.map(({ key, says, todo }) => [key, `${says} ${todo}`])), ...Object.fromEntries(said) };
}

/** Every setting of a version; those of a draft can be edited, several at once, and are saved together. What was typed stays until it is saved. */
export function PolicyEditor({ keys, policy }: { keys: PolicyKeys; policy: PolicyVersion }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const name = `policy/${policy.version}`;
  const [pending, setPending] = useState(() => (policy.mayEdit ? keptValues(name) : {}));
  const change = (values: Record<string, unknown>): void => {
    setPending(values);
    if (Object.keys(values).length === 0) forget(name);
    else keep(name, values);
  };
  const saving = useMutation({
    mutationFn: () => saveDraft(policy.version, pending, policy.rev),
    onSuccess: (saved) => {
      change({});
      queryClient.setQueryData(policyQuery(policy.version).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: policiesQuery.queryKey, exact: true });
    },
    // The draft is read anew with what somebody else saved; what was typed here stays.
    onError: (error) =>
      problemIn(error)?.code === 'STALE_REVISION'
        ? queryClient.invalidateQueries({ queryKey: policyQuery(policy.version).queryKey })
        : undefined,
  });
  const errors = errorsOf(saving.error, policy.faults);
  const count = Object.keys(pending).length;
  const bad = Object.keys(errors).filter((key) => key in pending || key in policy.values);
  return (
    <Stack gap="md">
      {(saving.isError || bad.length > 0) && (
        <div className="error-summary" role="alert">
          {saving.isError ? <ProblemText error={saving.error} /> : <Text fw={600}>{t('policy.contradictions')}</Text>}
          <ul>
            {bad.map((key) => (
              <li key={key}>
                <Anchor
                  href={`#section-${key.split('.')[0] ?? ''}`}
                  onClick={() => document.querySelector(`[data-key="${key}"]`)?.scrollIntoView()}
                >
                  {t('policy.faultAt', { key: keyName(key, t), says: errors[key] })}
                </Anchor>
              </li>
            ))}
          </ul>
        </div>
      )}
      <PolicyValues
        {...{ keys, policy, pending, errors }}
        onEdit={(key, value) => change({ ...pending, [key]: value })}
        onCancel={(key) => {
          const { [key]: _, ...rest } = pending;
          change(rest);
        }}
      />
      {count > 0 && (
        <Paper className="selection-bar" withBorder shadow="sm" p="sm" role="region" aria-label={t('policy.unsavedLabel')}>
          <Group justify="space-between">
            <Text fw={600}>{t('policy.unsaved', { count })}</Text>
            <Group gap="xs">
              <Button loading={saving.isPending} onClick={() => saving.mutate()}>
                {t('policy.save')}
              </Button>
              <Button variant="default" disabled={saving.isPending} onClick={() => change({})}>
                {t('policy.dropAll')}
              </Button>
            </Group>
          </Group>
        </Paper>
      )}
    </Stack>
  );
}
