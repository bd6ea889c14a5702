import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { PageTitle } from '../../../components/page-title';
import { TwoZones } from '../../../components/two-zones';
import { formatDate } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { PublicCall } from '../api/public';
import { Eligibility } from './eligibility';
import { JsonLink, PublicHead } from './public-head';
import { PublicNotice } from './public-notice';

function Contact({ call }: { call: PublicCall }) {
  const { t, i18n } = useTranslation();
  const lines = i18n.language.startsWith('zh') ? call.contact.zh : call.contact.en;
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="contact">
      <Title order={2} id="contact" mb="xs">
        {t('public.contact')}
      </Title>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </section>
  );
}

function Differences({ differences }: { differences: PublicCall['differences'] }) {
  const { t } = useTranslation();
  if (differences.length === 0) return null;
  return (
    <Notice title={t('public.differs')}>
      <ul>
        {differences.map(({ kind, onlyIn, value }) => (
          <li key={`${kind}/${onlyIn}/${value}`}>{t(`calls.onlyIn.${onlyIn}`, { kind: t(`calls.factKinds.${kind}`), value })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function NoticeText({ call }: { call: PublicCall }) {
  const { t, i18n } = useTranslation();
  const own = call.notices.find((one) => i18n.language.startsWith(one.language));
  const notice = own ?? call.notices[0];
  return (
    <section aria-labelledby="notice" {...(notice === undefined ? {} : { lang: notice.language })}>
      <Title order={2} id="notice" mb="xs" style={{ overflowWrap: 'anywhere' }}>
        {notice?.title ?? t('public.notice')}
      </Title>
      {notice === undefined && <Text>{t('public.noText')}</Text>}
      {notice !== undefined && own === undefined && <Notice title={t('public.onlyOther')} />}
      {notice?.paragraphs.map((paragraph, index) => (
        <Text key={index} mb="xs" maw={760} style={{ overflowWrap: 'anywhere' }}>
          {paragraph}
        </Text>
      ))}
    </section>
  );
}

/** One published call: window, who may apply with what, the notice as published, contact, and the public notice of results while it runs. */
export function PublicCallPage({ call }: { call: PublicCall }) {
  const { t, i18n } = useTranslation();
  const json = `/api/public/calls/${encodeURIComponent(call.code)}`;
  const title = inLanguage(call.title.zh, call.title.en, i18n.language);
  return (
    <Stack gap="xl">
      <PublicHead description={[call.code, title].filter(Boolean).join(' ')} json={json} />
      <div>
        <PageTitle title={call.code} />
        <Group gap="sm" mt="xs">
          <Badge variant="default" size="lg" tt="none" fw={500}>
            {t(`public.states.${call.state}`)}
          </Badge>
          {call.announcedOn !== null && <Text>{t('public.announced', { day: formatDate(call.announcedOn, i18n.language) })}</Text>}
        </Group>
      </div>
      <section aria-labelledby="window">
        <Title order={2} id="window" mb="xs">
          {t('public.window')}
        </Title>
        <Text>
          {t('public.opens')}: <TwoZones at={call.opensAt} />
        </Text>
        <Text>
          {t('public.closes')}: <TwoZones at={call.closesAt} />
        </Text>
      </section>
      {call.publicNotice !== null && <PublicNotice notice={call.publicNotice} />}
      <NoticeText call={call} />
      <Differences differences={call.differences} />
      <Contact call={call} />
      <Eligibility call={call} />
      <JsonLink href={json} />
    </Stack>
  );
}
