import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { beginDraft, policiesQuery, type PolicyList } from '../api/policy';

interface NewDraftProps {
  versions: PolicyList['items'];
  onBegun: (version: number) => void;
}

/** Begins a draft: a name, and the version that is copied. */
export function NewDraftForm({ versions, onBegun }: NewDraftProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [base, setBase] = useState(String(versions.find(({ state }) => state === 'published')?.version ?? 1));
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newCommandId);
  const beginning = useMutation({
    mutationFn: () => beginDraft({ base: Number(base), name: name.trim() }, key),
    onSuccess: async ({ version }) => {
      await queryClient.invalidateQueries({ queryKey: policiesQuery.queryKey });
      onBegun(version);
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  const label = (one: PolicyList['items'][number]): string => `${t('policy.version', { version: one.version })} · ${one.name}`;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() !== '' && !beginning.isPending) beginning.mutate();
      }}
    >
      <Stack gap="sm" maw={560}>
        {beginning.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={beginning.error} />
          </div>
        )}
        <TextInput
          label={t('policy.draftName')}
          description={t('policy.draftNameHelp')}
          maxLength={120}
          value={name}
          error={tried && name.trim() === '' ? t('policy.draftNameMissing') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('policy.copyOf')}
          allowDeselect={false}
          data={versions.map((one) => ({ value: String(one.version), label: label(one) }))}
          value={base}
          onChange={(chosen) => setBase(chosen ?? base)}
        />
        <Group>
          <Button type="submit" loading={beginning.isPending}>
            {t('policy.begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
