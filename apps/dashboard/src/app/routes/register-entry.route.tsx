import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { entryQuery, type Entry } from '../../features/register/api/register';
import { CorrectionForm } from '../../features/register/components/correction-form';
import { CorrectionHistory } from '../../features/register/components/correction-history';
import { Places } from '../../features/register/components/places';
import { namesFor } from '../../features/register/typed';
import { WaitingCorrection } from '../../features/register/components/waiting-correction';

function Shown({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const [name, other] = namesFor(entry, i18n.language);
  const [done, setDone] = useState<string>();
  return (
    <Stack gap="xl">
      {other !== name && <Text>{other}</Text>}
      {done !== undefined && (
        <div className="confirmation" role="status">
          <Text>{t(`register.done.${done}`)}</Text>
        </div>
      )}
      {entry.waiting !== null && <WaitingCorrection entry={entry} correction={entry.waiting} onDone={setDone} />}
      <section aria-labelledby="places-title">
        <Title order={2} id="places-title" mb="xs">
          {t('register.placesTitle')}
        </Title>
        <Places projects={entry.projects} />
      </section>
      {entry.mayCorrect && (
        <section aria-labelledby="correct-title">
          <Title order={2} id="correct-title" mb="xs">
            {t('register.correctTitle')}
          </Title>
          <CorrectionForm key={entry.rev} entry={entry} onSent={setDone} />
        </section>
      )}
      <CorrectionHistory entry={entry} onSent={setDone} />
    </Stack>
  );
}

function RegisterEntryPage() {
  const { t, i18n } = useTranslation();
  const params: { subject?: string; id?: string } = route.useParams();
  const entry = useQuery(entryQuery(params.subject === 'people' ? 'people' : 'organizations', params.id ?? ''));
  return (
    <Stack gap="lg">
      <PageTitle title={entry.data === undefined ? t('register.title') : namesFor(entry.data, i18n.language)[0]} />
      <Anchor component={Link} to={'/administration/register'}>
        {t('register.back')}
      </Anchor>
      <Read query={entry}>{(shown) => <Shown entry={shown} />}</Read>
    </Stack>
  );
}

/** One organization or person: where it stands, its correction, and what was corrected before. */
export const route = createLazyRoute('/signed-in/administration/register/$subject/$id')({ component: RegisterEntryPage });
