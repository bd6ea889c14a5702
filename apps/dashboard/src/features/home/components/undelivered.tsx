import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/format';
import type { Overview } from '../api/overview';

/** Words of the mail log that stand for not having arrived. */
const troubledWords = 'permanent-failure,uncertain,temporary-failure,technical-failure';

type Undelivered = NonNullable<Overview['undelivered']>;

function Mail({ mail }: { mail: Undelivered['lines'][number] }) {
  const { t, i18n } = useTranslation();
  const kind = t(`mailKinds.${mail.notification}`);
  return (
    <Stack gap={0} component="li">
      <Anchor component={Link} to="/mails/$mailId" params={{ mailId: mail.id } as never} fw={600}>
        {kind} · {mail.reference}
      </Anchor>
      <Text size="sm">{t('home.mailTo', { name: mail.reader, word: t(`mailWords.${mail.word}.word`) })}</Text>
      <Text size="sm" c="dimmed">
        {t('time.inZone', { time: formatTime(mail.at, i18n.language), zone: t('zones.Asia/Shanghai') })}
      </Text>
    </Stack>
  );
}

/** Mail that did not arrive, the newest first; on each mail's page stands what to do. */
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
      {undelivered.total > undelivered.lines.length && (
        <Anchor component={Link} to="/mails" search={{ word: troubledWords } as never}>
          {t('home.showAll', { count: undelivered.total })}
        </Anchor>
      )}
    </section>
  );
}
