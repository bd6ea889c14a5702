import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/format';
import type { PastProject } from '../api/past';

const atFirst = 10;

/** Who had been told what: mails that had left, the newest first. */
export function Told({ mails, empty }: { mails: PastProject['mails']; empty: string }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  if (mails.length === 0) return <Text size="sm">{empty}</Text>;
  const shown = all ? mails : mails.slice(0, atFirst);
  return (
    <>
      <ul className="plain-list">
        {shown.map((mail) => (
          <li key={mail.id}>
            <Anchor
              component={Link}
              to="/mails/$mailId"
              params={{ mailId: mail.id } as never}
              size="sm"
              style={{ overflowWrap: 'anywhere' }}
            >
              {mail.subject ?? t(`mailKinds.${mail.notification}`)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {[mail.personName, t(`roles.${mail.role}`), formatTime(mail.sentAt, i18n.language)].join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
      {mails.length > shown.length && (
        <Button variant="default" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          {t('past.allMails', { count: mails.length })}
        </Button>
      )}
    </>
  );
}
