import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { formatTime } from '../../../lib/format';
import type { Mail } from '../api/mails';

function Tries({ mail }: { mail: Mail }) {
  const { t, i18n } = useTranslation();
  if (mail.tries.length === 0) return null;
  return (
    <section aria-labelledby="mail-tries">
      <Title order={2} id="mail-tries" mb="sm">
        {t('mailLog.tries')}
      </Title>
      <ol className="timeline">
        {mail.tries.map((one) => (
          <li key={one.at}>
            <Text fw={600}>{t(`mailWords.${one.word}.word`)}</Text>
            <Text size="sm">{t('time.inZone', { time: formatTime(one.at, i18n.language), zone: t('zones.Asia/Shanghai') })}</Text>
            {one.response !== null && (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {t('mails.response', { response: [one.code, one.response].filter(Boolean).join(' · ') })}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Acts({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  if (mail.acts.length === 0) return null;
  return (
    <section aria-labelledby="mail-done">
      <Title order={2} id="mail-done" mb="sm">
        {t('mailLog.doneTitle')}
      </Title>
      <ol className="timeline">
        {mail.acts.map((one) => (
          <li key={`${one.act}/${one.at}`}>
            <Text fw={600}>{t(`mailLog.actNames.${one.act}`)}</Text>
            <Text size="sm">{t('mailLog.by', { name: one.personName, reason: one.reason })}</Text>
            <TwoZones at={one.at} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** By which version of its words it was written, and that another one could not be used. */
function UsedWords({ template, notification }: Pick<Mail, 'template' | 'notification'>) {
  const { t } = useTranslation();
  if (template === null) return null;
  const { version, instead } = template;
  const words = instead !== null ? 'usedInstead' : version === 0 ? 'usedBuiltIn' : 'usedWords';
  return (
    <Text size="sm" data-testid="used-words">
      <Anchor component={Link} to={`/administration/templates/${notification}/${version}` as '/'}>
        {t(`templates.${words}`, { version: instead ?? version })}
      </Anchor>
    </Text>
  );
}

/** What happened to a mail: every try with the server's words, what people did with it and why, and what left in the same digest. */
export function MailStory({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xl">
      {mail.may !== null && <UsedWords {...mail} />}
      <Tries mail={mail} />
      <Acts mail={mail} />
      {mail.members.length > 0 && (
        <section aria-labelledby="mail-members">
          <Title order={2} id="mail-members" mb="sm">
            {t('mailLog.members')}
          </Title>
          <ul className="plain-list">
            {mail.members.map((one) => (
              <li key={one.id}>
                <Anchor component={Link} to="/mails/$mailId" params={{ mailId: one.id } as never}>
                  {[t(`mailKinds.${one.notification}`), one.reference].filter(Boolean).join(' · ')}
                </Anchor>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mail.headers.length > 0 && (
        <details>
          <summary>{t('mailLog.headers')}</summary>
          <Table className="answers" mt="xs" layout="fixed">
            <caption className="visually-hidden">{t('mailLog.headers')}</caption>
            <Table.Tbody>
              {mail.headers.map(({ name, value }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" w={180}>
                    {name}
                  </Table.Th>
                  <Table.Td>{value}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </details>
      )}
    </Stack>
  );
}
