import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/format';
import type { Overview } from '../api/overview';

type Undelivered = NonNullable<Overview['undelivered']>;

function Mail({ mail }: { mail: Undelivered['lines'][number] }) {
  const { t, i18n } = useTranslation();
  const kind = t(`mailKinds.${mail.notification}`);
  return (
    <Stack gap={0} component="li">
      {mail.entityKind === 'project' ? (
        <Anchor
          component={Link}
          to="/projects/$projectId"
          params={{ projectId: mail.entityId } as never}
          search={{ view: 'mails' } as never}
          fw={600}
        >
          {kind} · {mail.reference}
        </Anchor>
      ) : (
        <Anchor component={Link} to="/calls/$callId" params={{ callId: mail.entityId } as never} fw={600}>
          {kind} · {mail.reference}
        </Anchor>
      )}
      <Text size="sm">{t('home.mailTo', { name: mail.reader, word: t(`mailWords.${mail.word}`) })}</Text>
      <Text size="sm" c="dimmed">
        {t('time.inZone', { time: formatTime(mail.at, i18n.language), zone: t('zones.Asia/Shanghai') })}
      </Text>
    </Stack>
  );
}

/** Mail that did not arrive, the newest first; on the project's page stands what to do. */
export function UndeliveredMails({ undelivered }: { undelivered: Undelivered }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="home-undelivered">
      <Title order={2} id="home-undelivered" mb="xs">
        {t('home.undelivered')} ({undelivered.total})
      </Title>
      {undelivered.total === 0 && <Text c="dimmed">{t('home.none.undelivered')}</Text>}
      <ul className="plain-list">
        {undelivered.lines.map((mail) => (
          <Mail key={mail.id} mail={mail} />
        ))}
      </ul>
    </section>
  );
}
