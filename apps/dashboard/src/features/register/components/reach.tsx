import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import type { Preview } from '../api/register';
import { ChangeLines } from './change-lines';
import { Places, SignedPapers } from './places';

function Part({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t(`register.preview.${name}Title`)} data-testid={`reach-${name}`}>
      <Title order={4} size="h5" mb={4}>
        {t(`register.preview.${name}Title`)}
      </Title>
      {children}
    </section>
  );
}

function Mails({ mails: { count, items } }: { mails: Preview['waiting'] }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <details>
      <summary>{t('register.preview.list', { count })}</summary>
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            <Anchor component={Link} to={`/mails/${one.id}` as '/'}>
              {t(`mailKinds.${one.notification}`)}
            </Anchor>{' '}
            · {[one.reference, one.personName].filter((part) => part !== null).join(' · ')} · <TwoZones at={one.at} />
          </li>
        ))}
      </ul>
      {items.length < count && <Text size="sm">{t('register.preview.only', { shown: items.length })}</Text>}
    </details>
  );
}

/** How far a correction reaches: what says it from now on, which mails follow, and what stays as it is. */
export function Reach({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { changesName, changesAddress, projects, ended, waiting, leaving, letters } = preview;
  const follows = changesAddress ? 'address' : changesName ? 'name' : 'small';
  return (
    <Paper withBorder p="md" data-testid="reach">
      <Stack gap="md">
        <ChangeLines changes={preview.changes} />
        {changesName && (
          <Part name="pages">
            <Text>{t('register.preview.pages', { count: projects.length, ended })}</Text>
            <Places projects={projects} />
          </Part>
        )}
        <Part name="waiting">
          <Text>
            {waiting.count === 0 ? t('register.preview.noWaiting') : t(`register.preview.waiting.${follows}`, { count: waiting.count })}
          </Text>
          <Mails mails={waiting} />
        </Part>
        {leaving.count > 0 && (
          <Part name="leaving">
            <Text>{t('register.preview.leaving', { count: leaving.count })}</Text>
            <Mails mails={leaving} />
          </Part>
        )}
        {changesName && (
          <>
            <Part name="letters">
              <Text>{letters.count === 0 ? t('register.preview.noLetters') : t('register.preview.letters', { count: letters.count })}</Text>
              <Mails mails={letters} />
            </Part>
            <Part name="signed">
              <SignedPapers signed={preview.signed} />
            </Part>
          </>
        )}
        {changesAddress && <Text>{t('register.preview.signIn')}</Text>}
      </Stack>
    </Paper>
  );
}
