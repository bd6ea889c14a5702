import { Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChangedBar } from '../../../components/changed-bar';
import { sentCommand } from '../../../components/command-form/confirmation';
import { CommandFormView } from '../../../components/command-form/command-form-view';
import type { Answers } from '../../../components/command-form/field-specs';
import { Loading } from '../../../components/loading';
import { NotPossible } from '../../../components/not-possible';
import { PageTitle } from '../../../components/page-title';
import { commandNameOf, type CommandAnswer } from '../../../lib/commands';
import type { CallDetail } from '../api/call';
import { callFormOf } from '../commands';
import { useCallFormContext } from '../commands/use-call-form-context';

interface CallCommandPageProps {
  call: CallDetail;
  command: string;
  /** What the way here already answers. */
  first?: Answers;
  /** The command that the page's address says was sent, and what is told when one is. */
  sentId?: string | undefined;
  onSent?: ((answer: CommandAnswer) => void) | undefined;
  /** Another door than the usual route: the link of a mail. */
  address?: string;
}

/** The one page on which a command of a call is given. */
export function CallCommandPage({
  call,
  command,
  first = {},
  sentId,
  onSent,
  address = `/api/calls/${call.id}/commands/${command}`,
}: CallCommandPageProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const form = callFormOf(command);
  const context = useCallFormContext(call);
  const back = (
    <Button variant="default" component={Link} to="/calls/$callId" params={{ callId: call.id } as never}>
      {t('calls.back')}
    </Button>
  );
  if (form === undefined) return <Text>{t('notFound.title')}</Text>;
  const allowed = call.commands.find((one) => commandNameOf(one.type) === command);
  return (
    <Stack gap="md" maw={720}>
      <div>
        <PageTitle title={t(`forms.call.${command}.title`)} />
        <Text c="dimmed">{call.code}</Text>
      </div>
      <ChangedBar kind="call" id={call.id} rev={call.rev} />
      {context === undefined ? (
        <Loading />
      ) : (
        <CommandFormView
          form={form}
          before={allowed?.possible === true ? null : <NotPossible refused={allowed} />}
          words={`forms.call.${command}`}
          context={context}
          first={first}
          target={{ address, rev: call.rev }}
          reference={call.code}
          sent={sentCommand('call', call.id, sentId)}
          onSent={onSent}
          onDone={() => void queryClient.invalidateQueries({ queryKey: ['call', call.id] })}
          next={null}
          back={back}
        />
      )}
    </Stack>
  );
}
