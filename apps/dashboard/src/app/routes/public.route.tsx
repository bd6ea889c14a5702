import { Stack } from '@mantine/core';
import { createLazyRoute, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PublicNav } from '../../features/public/components/public-nav';
import { publicLanguage } from '../search';

/** The frame of the public pages. Whoever switches the language gets it into the address too, so that a link shows what he saw. */
function PublicFrame() {
  const { i18n } = useTranslation();
  const { lang } = route.useSearch();
  const router = useRouter();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { language } = i18n;
  const named = lang === undefined ? undefined : publicLanguage(lang);
  useEffect(() => {
    if (named === language) return;
    const search = (before: object): object => ({ ...before, lang: language });
    void router.navigate({ to: path, search: search as never, replace: true });
  }, [named, language, path, router]);
  return (
    <Stack gap="lg">
      <PublicNav path={path} />
      <Outlet />
    </Stack>
  );
}

/** Pages for everybody. */
export const route = createLazyRoute('/public')({ component: PublicFrame });
