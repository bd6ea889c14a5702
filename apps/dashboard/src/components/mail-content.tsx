import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../lib/format';

/** A mail, or a letter that is still held, as it is shown. */
export interface ShownContent {
  subject: string | null;
  text: string | null;
  html: string | null;
  attachments?: { name: string; mediaType: string; bytes: number }[];
}

/**
 * The exact text of a mail, or how it looks in a mail program. The page of the mail is shut in a frame of its own: no script runs there, nothing is
 * loaded from outside, no link leads out.
 */
export function MailContent({ content }: { content: ShownContent }) {
  const { t, i18n } = useTranslation();
  const { html, text } = content;
  const [shape, setShape] = useState<'html' | 'text'>(html === null ? 'text' : 'html');
  if (text === null) return <Text>{t('mailLog.notWritten')}</Text>;
  return (
    <Stack gap="sm">
      {html !== null && (
        <SegmentedControl
          aria-label={t('mailLog.shape')}
          // On a narrow screen the words wrap instead of widening the page.
          style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
          styles={{ control: { minWidth: 0 }, label: { whiteSpace: 'normal', height: '100%' } }}
          data={[
            { value: 'html', label: t('mailLog.asMail') },
            { value: 'text', label: t('mailLog.asText') },
          ]}
          value={shape}
          onChange={(value) => setShape(value === 'text' ? 'text' : 'html')}
        />
      )}
      {html !== null && shape === 'html' ? (
        <iframe className="mail-frame" title={content.subject ?? t('mailLog.asMail')} sandbox="" srcDoc={html} />
      ) : (
        <pre className="mail-text" tabIndex={0} aria-label={t('mails.text')}>
          {text}
        </pre>
      )}
      {content.attachments !== undefined && content.attachments.length > 0 && (
        <div>
          <Title order={3} size="h5">
            {t('mailLog.attachments')}
          </Title>
          <ul className="plain-list">
            {content.attachments.map((one) => (
              <li key={one.name}>
                {one.name}{' '}
                <Text component="span" size="sm" c="dimmed">
                  {one.mediaType} · {formatBytes(one.bytes, i18n.language)}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}
