import { Stack } from '@mantine/core';
import { createLazyRoute, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PublicNav } from '../../features/public/components/public-nav';
import type { PublicSearch } from '../search';

/** The frame of the public pages. Whoever switches the language gets it into the address too, so that a link shows what he saw. */
function PublicFrame() {
  const { i18n } = useTranslation();
  const { lang } = route.useSearch();
  const navigate = route.useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { language } = i18n;
  useEffect(() => {
    if (lang !== language)
      void navigate({ to: '.', search: ((before: object) => ({ ...before, lang: language }) as PublicSearch) as never, replace: true });
  }, [lang, language, navigate]);
  return (
    <Stack gap="lg">
      <PublicNav path={path} />
      <Outlet />
    </Stack>
  );
}

/** Pages for everybody. */
export const route = createLazyRoute('/public')({ component: PublicFrame });
