import { Anchor, Badge, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MailContent } from '../../../components/mail-content';
import { Read } from '../../../components/read';
import { formatTime, languageName } from '../../../lib/format';
import { mailQuery, mailsQuery, markOf, type Rehearsal, type RehearsalMailLine } from '../api/rehearsals';

const atOnce = 50;

function useFate(): (mail: RehearsalMailLine) => string {
  const { t } = useTranslation();
  return ({ state, why, inDigest }) => {
    if (state === 'sent') return t(inDigest ? 'rehearsal.mail.inDigest' : 'rehearsal.mail.sent');
    if (state === 'waiting') return t('rehearsal.mail.waiting');
    return t(`rehearsal.mail.${state}`, { why: t(`rehearsal.mail.why.${why ?? 'fault'}`) });
  };
}

function MailLine({ mail, onRead }: { mail: RehearsalMailLine; onRead: () => void }) {
  const { t, i18n } = useTranslation();
  const fate = useFate();
  const languages = (mail.languages ?? mail.language).split('+').map((one) => languageName(one, i18n.language));
  return (
    <li data-testid="rehearsal-mail">
      <Text size="sm" c="dimmed">
        <time dateTime={mail.leftAt ?? mail.sendAt}>{formatTime(mail.leftAt ?? mail.sendAt, i18n.language)}</time>
        {` · ${mail.name} (${t(`roles.${mail.role}`, { defaultValue: mail.role })}) · ${languages.join(' + ')}`}
      </Text>
      <Group gap={6}>
        {mail.state === 'sent' ? (
          <Anchor component="button" type="button" onClick={onRead} ta="start">
            {mail.subject ?? mail.what}
          </Anchor>
        ) : (
          <Text>{mail.what}</Text>
        )}
        <Badge variant="default" tt="none">
          {fate(mail)}
        </Badge>
        {mail.copy && (
          <Badge variant="default" tt="none">
            {t('rehearsal.mail.copy')}
          </Badge>
        )}
        {mail.held && (
          <Badge variant="default" tt="none">
            {t('rehearsal.mail.held')}
          </Badge>
        )}
      </Group>
    </li>
  );
}

function Reader({ room, no, close }: { room: Rehearsal; no: number; close: () => void }) {
  const { t } = useTranslation();
  const mail = useQuery(mailQuery(room.id, no));
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={mail.data?.subject ?? t('rehearsal.mail.title')}
      closeButtonProps={{ 'aria-label': t('rehearsal.close') }}
    >
      <Read query={mail}>
        {({ subject, body: text, html, name }) => (
          <Stack gap="sm">
            <Text>{t('rehearsal.mail.to', { name })}</Text>
            <MailContent content={{ subject, text, html }} />
          </Stack>
        )}
      </Read>
    </Modal>
  );
}

/** Its mails: to whom each would go, when, in which language; each opens as it would be read. */
export function RoomMails({ room }: { room: Rehearsal }) {
  const { t } = useTranslation();
  const [which, setWhich] = useState<'left' | 'waiting'>('left');
  const [after, setAfter] = useState(0);
  const [reading, setReading] = useState<number>();
  const mails = useQuery(mailsQuery(room.id, markOf(room), which, after));
  const choose = (value: string): void => {
    setWhich(value === 'waiting' ? 'waiting' : 'left');
    setAfter(0);
  };
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('rehearsal.mails')}
        style={{ alignSelf: 'flex-start' }}
        data={[
          { value: 'left', label: t('rehearsal.left', { count: room.sent }) },
          { value: 'waiting', label: t('rehearsal.waiting', { count: room.waiting }) },
        ]}
        value={which}
        onChange={choose}
      />
      <Read query={mails}>
        {({ items, next }) => (
          <Stack gap="sm">
            {items.length === 0 ? (
              <Text c="dimmed">{t('rehearsal.noMails')}</Text>
            ) : (
              <Stack gap="xs" component="ol" className="plain-list">
                {items.map((mail) => (
                  <MailLine key={mail.no} mail={mail} onRead={() => setReading(mail.no)} />
                ))}
              </Stack>
            )}
            <Group gap="xs">
              {after > 0 && (
                <Button variant="default" size="compact-sm" onClick={() => setAfter(Math.max(after - atOnce, 0))}>
                  {t('rehearsal.latest')}
                </Button>
              )}
              {next !== null && (
                <Button variant="default" size="compact-sm" onClick={() => setAfter(next)}>
                  {t(which === 'left' ? 'rehearsal.older' : 'rehearsal.further')}
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </Read>
      {reading !== undefined && <Reader room={room} no={reading} close={() => setReading(undefined)} />}
    </Stack>
  );
}
