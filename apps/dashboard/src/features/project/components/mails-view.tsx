import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import { TwoZones } from '../../../components/two-zones';
import { mailsQuery, type ProjectDetail } from '../api/project';

/** Mails of the project, each in the words of the mail desk: what its state means and what to do; the exact text on opening. */
export function MailsView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const mails = useQuery(mailsQuery(project.id));
  if (mails.isPending) return <Loading />;
  if (mails.isError) return <ProblemPanel error={mails.error} onRetry={() => void mails.refetch()} />;
  if (mails.data.items.length === 0) return <Text>{t('mails.none')}</Text>;
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {mails.data.items.map((mail) => (
        <Paper key={mail.id} withBorder p="md" component="li">
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
        </Paper>
      ))}
    </Stack>
  );
}
