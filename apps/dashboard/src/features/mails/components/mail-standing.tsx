import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { countryName } from '../../../lib/format';
import type { Mail } from '../api/mails';
import { MailWord } from './mail-word';

/** The mail's word, what it means, and what to do. */
function Word({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  const held = mail.word === 'held' ? `held-${mail.heldBy ?? 'gate'}` : mail.word;
  return (
    <div className="notice" role="note">
      <Group gap="sm" mb={4}>
        <MailWord word={mail.word} />
        {mail.attempts > 0 && <Text size="sm">{t('mailLog.attempts', { count: mail.attempts })}</Text>}
      </Group>
      <Text>{t(`mailLog.means.${held}`)}</Text>
      <Text>{t('mailLog.todo', { todo: t(`mailLog.todos.${held}`) })}</Text>
      {mail.why !== null && (
        <Text size="sm">{t('mails.cause', { cause: t(`mailLog.causes.${mail.why}`, { defaultValue: mail.why }) })}</Text>
      )}
    </div>
  );
}

function About({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  const project = mail.entityKind === 'project';
  return (
    <Text>
      {t('mailLog.about')}{' '}
      <Anchor
        component={Link}
        to={project ? '/projects/$projectId' : '/calls/$callId'}
        params={(project ? { projectId: mail.entityId } : { callId: mail.entityId }) as never}
      >
        {mail.reference ?? t('list.untitled')}
      </Anchor>
    </Text>
  );
}

/** Where a mail stands: its word, what it means, what to do, whom it is for and what it is about. */
export function MailStanding({ mail }: { mail: Mail }) {
  const { t, i18n } = useTranslation();
  const address = mail.delivery?.address;
  return (
    <Stack gap="xs">
      <Word mail={mail} />
      <Text>
        {t(mail.copy ? 'mails.copyTo' : 'mails.to', { name: mail.personName, role: t(`roles.${mail.role}`) })}
        {` · ${countryName(mail.country, i18n.language)} · ${t(`mails.classes.${mail.class}`)} · ${t(`mailKinds.${mail.notification}`)}`}
      </Text>
      {address != null && <Text style={{ overflowWrap: 'anywhere' }}>{t('mailLog.sentTo', { address })}</Text>}
      {mail.insteadOf !== null && <Text size="sm">{t('mailLog.insteadOf')}</Text>}
      <About mail={mail} />
      <Text size="sm">
        {t(mail.doneAt === null ? 'mailLog.leavesFrom' : 'mailLog.endedAt')} <TwoZones at={mail.doneAt ?? mail.sendAfter} />
      </Text>
    </Stack>
  );
}
