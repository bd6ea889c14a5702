import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import { TwoZones } from '../../../components/two-zones';
import { mailsQuery, mailTextQuery, type ProjectDetail } from '../api/project';

type MailLine = components['schemas']['Mails']['items'][number];

const atOnce = 20;

function MailText({ project, mail }: { project: ProjectDetail; mail: MailLine }) {
  const { t } = useTranslation();
  const text = useQuery(mailTextQuery(project.id, mail.id));
  if (text.isPending) return <Loading />;
  if (text.isError) return <ProblemPanel error={text.error} onRetry={() => void text.refetch()} />;
  return (
    <pre className="mail-text" tabIndex={0} aria-label={t('mails.text')}>
      {text.data.text}
    </pre>
  );
}

function Mail({ project, mail }: { project: ProjectDetail; mail: MailLine }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere', flex: '1 1 240px' }}>
          {mail.subject ?? t(`mailKinds.${mail.notification}`)}
        </Text>
        <Badge variant="default" size="lg" tt="none" fw={500}>
          {t(`mailWords.${mail.word}.word`)}
        </Badge>
      </Group>
      <Text size="sm">
        {t(mail.copy ? 'mails.copyTo' : 'mails.to', { name: mail.personName, role: t(`roles.${mail.role}`) })}
        {' · '}
        {t(`mails.classes.${mail.class}`)}
      </Text>
      <Text size="sm">{t(`mailWords.${mail.word}.means`)}</Text>
      {mail.why !== null && <Text size="sm">{t('mails.cause', { cause: mail.why })}</Text>}
      {mail.response !== null && <Text size="sm">{t('mails.response', { response: mail.response })}</Text>}
      <TwoZones at={mail.doneAt ?? mail.sendAfter} />
      {mail.subject !== null && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('mails.open')}</summary>
          {open && <MailText project={project} mail={mail} />}
        </details>
      )}
    </Paper>
  );
}

/** Mails of the project, each in the words of the mail desk: what its state means and what to do; the exact text on opening. */
export function MailsView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const mails = useQuery(mailsQuery(project.id));
  const [shown, setShown] = useState(atOnce);
  if (mails.isPending) return <Loading />;
  if (mails.isError) return <ProblemPanel error={mails.error} onRetry={() => void mails.refetch()} />;
  const { items } = mails.data;
  if (items.length === 0) return <Text>{t('mails.none')}</Text>;
  return (
    <Stack gap="sm">
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.slice(0, shown).map((mail) => (
          <Mail key={mail.id} project={project} mail={mail} />
        ))}
      </Stack>
      {items.length > shown && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setShown(shown + atOnce)}>
          {t('mails.more', { count: Math.min(atOnce, items.length - shown) })}
        </Button>
      )}
    </Stack>
  );
}
