import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, contentOf } from '../../lib/api-client';
import type { CommandAnswer } from '../../lib/commands';
import { Loading } from '../loading';
import { ProblemPanel } from '../problem-panel';

/** A command that was sent: of which project or call, and its id. */
export interface SentCommand {
  kind: 'project' | 'call';
  entityId: string;
  commandId: string;
}

/** The command that a page's address names, or nothing. */
export function sentCommand(kind: SentCommand['kind'], entityId: string, commandId: string | undefined): SentCommand | undefined {
  return commandId === undefined ? undefined : { kind, entityId, commandId };
}

interface ShownProps {
  words: string;
  /** Number of the project or call. */
  reference: string | null;
  /** What happens next, and when. */
  next: ReactNode;
  back: ReactNode;
  onShown: () => void;
}

/** Says that it is done or safely stored, with its receipt, what happens next, whom to ask, and ways on. */
export function Confirmation({ words, answer, reference, next, back, onShown }: ShownProps & { answer: CommandAnswer }) {
  const { t } = useTranslation();
  const pending = answer.status === 'pending';
  const receipt = [reference, answer.rev].filter((one) => one != null).join(' / ');
  return (
    <Stack gap="md" ref={(node) => (node === null ? undefined : onShown())}>
      <div className="confirmation" role="status">
        <Title order={2} tabIndex={-1} ref={(node) => node?.focus()}>
          {pending ? t('form.stored') : t('form.done')}
        </Title>
        <Text mt="xs">{pending ? t('form.storedText') : t(`${words}.done`)}</Text>
        {receipt !== '' && (
          <Text mt="xs" fw={600} data-testid="receipt">
            {t('safety.receipt', { receipt })}
          </Text>
        )}
      </div>
      {next}
      <Text size="sm">
        {t('safety.contact')} {t('safety.keepAddress')}
      </Text>
      <Group>
        {back}
        <Anchor component={Link} to="/tasks">
          {t('safety.toTasks')}
        </Anchor>
      </Group>
    </Stack>
  );
}

/** The confirmation of a command whose answer is asked for again: after a refresh, from a bookmark. */
export function SentBefore({ kind, entityId, commandId, ...shown }: ShownProps & SentCommand) {
  const answer = useQuery({
    queryKey: ['command', kind, entityId, commandId],
    queryFn: () => contentOf(api.GET('/api/commands/{kind}/{entityId}/{commandId}', { params: { path: { kind, entityId, commandId } } })),
  });
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <ProblemPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Confirmation {...shown} answer={answer.data} />;
}
