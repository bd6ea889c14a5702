import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { MailContent } from '../../../components/mail-content';
import { ProblemPanel } from '../../../components/problem-panel';
import { letterTextQuery, noteRead, type HeldLetter } from '../api/letters';

interface ReaderProps {
  callId: string;
  letter: HeldLetter;
  onRead: () => void;
  onNext: (() => void) | undefined;
}

/** One letter as it would leave now; "read" is noted with the reader's name, and the next one opens. */
export function LetterReader({ callId, letter, onRead, onNext }: ReaderProps) {
  const { t } = useTranslation();
  const text = useQuery(letterTextQuery(callId, letter));
  const noting = useMutation({
    mutationFn: (mark: string) => noteRead(callId, letter.mailId, mark),
    onSuccess: () => {
      onRead();
      onNext?.();
    },
  });
  if (text.isPending) return <Loading />;
  if (text.isError) return <ProblemPanel error={text.error} onRetry={() => void text.refetch()} />;
  return (
    <Paper withBorder p="md" component="article" aria-labelledby="letter-subject">
      <Stack gap="sm">
        <Title order={3} id="letter-subject" tabIndex={-1} ref={(node) => node?.focus()} style={{ overflowWrap: 'anywhere' }}>
          {text.data.subject}
        </Title>
        {letter.address !== null && <Text size="sm">{t('mailLog.sentTo', { address: letter.address })}</Text>}
        <MailContent content={text.data} />
        {noting.isError && <ProblemPanel error={noting.error} onRetry={onRead} />}
        <Group>
          <Button loading={noting.isPending} onClick={() => noting.mutate(text.data.mark)} data-testid="letter-read">
            {t(onNext === undefined ? 'letters.noteRead' : 'letters.noteReadNext')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
