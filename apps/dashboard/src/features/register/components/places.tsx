import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StageBadge } from '../../../components/stage-badge';
import { formatDate } from '../../../lib/format';
import type { Entry, Preview } from '../api/register';

type Place = Entry['projects'][number];

/** Live projects in which an entry stands, and as what. */
export function Places({ projects }: { projects: readonly Place[] }) {
  const { t } = useTranslation();
  if (projects.length === 0) return <Text role="status">{t('register.nowhere')}</Text>;
  return (
    <Stack component="ul" gap="xs" pl={0} style={{ listStyle: 'none' }} data-testid="places">
      {projects.map((one) => (
        <Group component="li" key={one.projectId} gap="sm">
          <Anchor component={Link} to={`/projects/${one.projectId}` as '/'}>
            {one.reference ?? t('list.untitled')}
          </Anchor>
          <Text>{t(`register.as.${one.as}`)}</Text>
          <StageBadge stage={one.stage} subState={one.subState} />
        </Group>
      ))}
    </Stack>
  );
}

/** Agreements that were signed with the old words: they stay as they were signed. */
export function SignedPapers({ signed }: { signed: Preview['signed'] }) {
  const { t, i18n } = useTranslation();
  if (signed.length === 0) return <Text>{t('register.preview.noSigned')}</Text>;
  return (
    <>
      <Text>{t('register.preview.signed', { count: signed.length })}</Text>
      <ul>
        {signed.map(({ projectId, reference, signedOn }) => (
          <li key={projectId}>
            <Anchor component={Link} to={`/projects/${projectId}` as '/'}>
              {reference ?? t('list.untitled')}
            </Anchor>{' '}
            · {formatDate(signedOn, i18n.language)}
          </li>
        ))}
      </ul>
    </>
  );
}
