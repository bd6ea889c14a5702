import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../lib/format';
import type { CampaignLine } from '../api/campaign';

type Told = CampaignLine['mails'][number];

function Mail({ mail }: { mail: Told }) {
  const { t, i18n } = useTranslation();
  return (
    <Text size="sm">
      {t(`mailKinds.${mail.notification}`)} · {formatDay(mail.at, i18n.language)}
      {!mail.sent && ` · ${t('campaign.notSent')}`}
    </Text>
  );
}

/** What was told about a report: the newest mail, and behind it the earlier ones. */
export function ReportMails({ line }: { line: CampaignLine }) {
  const { t } = useTranslation();
  const [last, ...earlier] = [...line.mails].reverse();
  if (last === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('campaign.nothingTold')}
      </Text>
    );
  return (
    <div>
      <Mail mail={last} />
      {earlier.length > 0 && (
        <details>
          <summary className="mails-before">{t('campaign.earlier', { count: earlier.length })}</summary>
          <ul className="plain-list" style={{ gap: 2 }}>
            {earlier.map((mail) => (
              <li key={`${mail.notification}/${mail.step}`}>
                <Mail mail={mail} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
