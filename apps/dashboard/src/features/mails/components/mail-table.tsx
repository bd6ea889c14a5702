import { Anchor, Card, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName, formatTime } from '../../../lib/format';
import type { MailLine } from '../api/mails';
import { MailWord } from './mail-word';

function Subject({ mail }: { mail: MailLine }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <Anchor component={Link} to="/mails/$mailId" params={{ mailId: mail.id } as never} fw={600} style={{ overflowWrap: 'anywhere' }}>
        {mail.subject ?? [t(`mailKinds.${mail.notification}`), mail.reference].filter(Boolean).join(' · ')}
      </Anchor>
      <Text size="sm" c="dimmed">
        {t(`mails.classes.${mail.class}`)}
        {mail.subject !== null && ` · ${t(`mailKinds.${mail.notification}`)}`}
      </Text>
    </Stack>
  );
}

function Reader({ mail }: { mail: MailLine }) {
  const { t, i18n } = useTranslation();
  return (
    <div>
      <Text size="sm">{mail.personName}</Text>
      <Text size="sm" c="dimmed">
        {[mail.copy ? t('mailLog.copy') : undefined, t(`roles.${mail.role}`), countryName(mail.country, i18n.language)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  );
}

function About({ mail }: { mail: MailLine }) {
  const { t } = useTranslation();
  const label = mail.reference ?? t('list.untitled');
  const to = mail.entityKind === 'project' ? '/projects/$projectId' : '/calls/$callId';
  const params = mail.entityKind === 'project' ? { projectId: mail.entityId } : { callId: mail.entityId };
  return (
    <Anchor component={Link} to={to} params={params as never} size="sm">
      {label}
    </Anchor>
  );
}

function When({ mail }: { mail: MailLine }) {
  const { t, i18n } = useTranslation();
  const at = mail.doneAt ?? mail.sendAfter;
  return (
    <Text size="sm">
      <time dateTime={at}>{formatTime(at, i18n.language)}</time>
      {mail.doneAt === null && ` (${t('mailLog.earliest')})`}
    </Text>
  );
}

function Rows({ mails }: { mails: MailLine[] }) {
  const { t } = useTranslation();
  return (
    <Table stickyHeader stickyHeaderOffset={56} verticalSpacing="sm" visibleFrom="sm">
      <caption className="visually-hidden">{t('mailLog.title')}</caption>
      <Table.Thead>
        <Table.Tr>
          {(['mail', 'reader', 'about', 'state', 'when'] as const).map((column) => (
            <Table.Th key={column} scope="col">
              {t(`mailLog.columns.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mails.map((mail) => (
          <Table.Tr key={mail.id}>
            <Table.Td maw={380}>
              <Subject mail={mail} />
            </Table.Td>
            <Table.Td>
              <Reader mail={mail} />
            </Table.Td>
            <Table.Td>
              <About mail={mail} />
            </Table.Td>
            <Table.Td>
              <MailWord word={mail.word} />
            </Table.Td>
            <Table.Td>
              <When mail={mail} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The mail log: a table where there is room, cards on a phone. Times are Beijing time, as the column says. */
export function MailTable({ mails }: { mails: MailLine[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Rows mails={mails} />
      <Stack hiddenFrom="sm" gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('mailLog.title')}>
        {mails.map((mail) => (
          <Card key={mail.id} withBorder component="li" padding="md">
            <Stack gap="xs" align="flex-start">
              <MailWord word={mail.word} />
              <Subject mail={mail} />
              <Reader mail={mail} />
              <About mail={mail} />
              <When mail={mail} />
            </Stack>
          </Card>
        ))}
      </Stack>
    </>
  );
}
