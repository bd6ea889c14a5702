import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { hitsQuery } from '../../features/register/api/register';
import { HitList } from '../../features/register/components/hit-list';

function RegisterPage() {
  const { t } = useTranslation();
  const { q }: { q?: string } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q ?? '');
  const hits = useQuery(hitsQuery(q));
  return (
    <Stack gap="lg">
      <PageTitle title={t('register.title')} />
      <Text maw={760}>{t('register.lead')}</Text>
      <form
        role="search"
        aria-label={t('register.find')}
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ search: (typed.trim() === '' ? {} : { q: typed.trim() }) as never });
        }}
      >
        <Group align="flex-end">
          <TextInput
            type="search"
            label={t('register.find')}
            description={t('register.findHelp')}
            maxLength={100}
            style={{ flex: '1 1 280px' }}
            maw={480}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" leftSection={<IconSearch size={18} aria-hidden />}>
            {t('register.search')}
          </Button>
        </Group>
      </form>
      <section aria-labelledby="found-title">
        <Title order={2} id="found-title" mb="xs">
          {t(q === undefined ? 'register.waitingList' : 'register.found')}
        </Title>
        <Read query={hits}>
          {(found) =>
            found.length === 0 ? (
              <EmptyState
                title={t(q === undefined ? 'register.nothingWaits' : 'register.nothingFound')}
                text={t(q === undefined ? 'register.nothingWaitsHelp' : 'register.nothingFoundHelp')}
              />
            ) : (
              <HitList hits={found} />
            )
          }
        </Read>
      </section>
    </Stack>
  );
}

/** Finds organizations and people whose record is to be corrected. */
export const route = createLazyRoute('/signed-in/administration/register')({ component: RegisterPage });
