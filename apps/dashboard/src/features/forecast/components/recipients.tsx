import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formalZone, formatTime, languageName } from '../../../lib/format';
import type { ForecastMail } from '../entries';

function Recipient({ mail }: { mail: ForecastMail }) {
  const { t, i18n } = useTranslation();
  const reader = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const name = i18n.language === 'zh-CN' ? mail.name : mail.latinName;
  const isElsewhere = mail.zone !== reader && mail.zone !== formalZone;
  const where = t(`zones.${mail.zone}`, { defaultValue: mail.zone });
  return (
    <Text component="li" size="sm">
      <span translate="no" className="name">
        {name}
      </span>
      {' · '}
      {t(`roles.${mail.role}`)}
      {mail.copy && ` · ${t('forecast.copy')}`}
      {isElsewhere && ` · ${t('time.inZone', { time: formatTime(mail.sendAt, i18n.language, mail.zone), zone: where })}`}
      {` · ${languageName(mail.language, i18n.language)}`}
    </Text>
  );
}

/** To whom a mail goes: by name and role, in which language, and when by the reader's own clock where it is another. */
export function Recipients({ mails }: { mails: ForecastMail[] }) {
  const { t } = useTranslation();
  if (mails.length === 0) return <Text size="sm">{t('forecast.noOne')}</Text>;
  return (
    <ul className="forecast-readers" aria-label={t('forecast.to')}>
      {mails.map((mail) => (
        <Recipient key={`${mail.personId}/${mail.role}/${mail.sendAt}`} mail={mail} />
      ))}
    </ul>
  );
}
