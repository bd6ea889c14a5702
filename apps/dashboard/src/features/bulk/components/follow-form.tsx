import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { followBulkRun, type BulkRun } from '../api/bulk';

interface FollowProps {
  run: BulkRun;
  how: 'inverse' | 'again';
  onMade: (runId: string) => void;
}

/** Makes a list that takes the run back, or one of what was left; it is looked at like any other before anything is done. */
export function FollowForm({ run, how, onMade }: FollowProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newCommandId);
  const make = useMutation({
    mutationFn: () => followBulkRun(run.id, how, reason.trim(), key),
    onSuccess: ({ id }) => onMade(id),
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  const submit = (): void => {
    setTried(true);
    if (reason.trim() !== '' && !make.isPending) make.mutate();
  };
  if (!open)
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t(`bulk.follow.${how}.title`)}
        </Button>
      </Group>
    );
  return (
    <form
      noValidate
      aria-label={t(`bulk.follow.${how}.title`)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm" maw={760}>
        <Title order={2}>{t(`bulk.follow.${how}.title`)}</Title>
        <Text>{t(`bulk.follow.${how}.text`)}</Text>
        <ReasonField
          label={t('bulk.reason')}
          help={t('bulk.reasonHelp')}
          error={tried && reason.trim() === '' ? t('bulk.missing.reason') : undefined}
          value={reason}
          onChange={(text) => {
            setReason(text);
            setKey(newCommandId());
          }}
        />
        {make.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={make.error} />
          </div>
        )}
        <Group>
          <Button type="submit" variant="default" loading={make.isPending}>
            {t(`bulk.follow.${how}.button`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
