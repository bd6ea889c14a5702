import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { replayChecksQuery, startReplayCheck } from '../api/engine';

interface Wish {
  scope: 'all' | 'project';
  project: string;
  build: 'running' | 'candidate';
  candidate: string;
}

const first: Wish = { scope: 'all', project: '', build: 'running', candidate: '' };

function requestOf({ scope, project, build, candidate }: Wish): { project?: string; candidate?: string } {
  return { ...(scope === 'project' ? { project: project.trim() } : {}), ...(build === 'candidate' ? { candidate: candidate.trim() } : {}) };
}

/** Which runs are to be replayed, on which build. */
export function ReplayForm() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [wish, setWish] = useState(first);
  const [key, setKey] = useState(newCommandId);
  const [checked, setChecked] = useState(false);
  const start = useMutation({
    mutationFn: () => startReplayCheck(requestOf(wish), key),
    onSuccess: () => {
      setKey(newCommandId());
      void queryClient.invalidateQueries({ queryKey: replayChecksQuery.queryKey });
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  const change = (changed: Partial<Wish>): void => {
    setWish({ ...wish, ...changed });
    setKey(newCommandId());
  };
  const missing = Object.values(requestOf(wish)).includes('');
  const submit = (): void => {
    setChecked(true);
    if (!missing && !start.isPending) start.mutate();
  };
  const required = (value: string): string | undefined => (checked && value.trim() === '' ? t('engine.replay.nameIt') : undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md" maw={640}>
        <Radio.Group label={t('engine.replay.scope')} value={wish.scope} onChange={(scope) => change({ scope: scope })}>
          <Stack gap={6} mt={6}>
            <Radio value="all" label={t('engine.replay.scopes.all')} />
            <Radio value="project" label={t('engine.replay.scopes.project')} />
          </Stack>
        </Radio.Group>
        {wish.scope === 'project' && (
          <TextInput
            label={t('engine.project')}
            description={t('engine.projectHelp')}
            maxLength={100}
            error={required(wish.project)}
            value={wish.project}
            onChange={(event) => change({ project: event.currentTarget.value })}
          />
        )}
        <Radio.Group label={t('engine.replay.build')} value={wish.build} onChange={(build) => change({ build: build })}>
          <Stack gap={6} mt={6}>
            <Radio value="running" label={t('engine.replay.builds.running')} />
            <Radio value="candidate" label={t('engine.replay.builds.candidate')} />
          </Stack>
        </Radio.Group>
        {wish.build === 'candidate' && (
          <TextInput
            label={t('engine.replay.candidate')}
            description={t('engine.replay.candidateHelp')}
            maxLength={200}
            error={required(wish.candidate)}
            value={wish.candidate}
            onChange={(event) => change({ candidate: event.currentTarget.value })}
          />
        )}
        {start.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={start.error} />
          </div>
        )}
        <Group>
          <Button type="submit" loading={start.isPending}>
            {t('engine.replay.start')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
