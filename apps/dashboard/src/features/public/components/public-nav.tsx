import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const pages = [
  { to: '/public', words: 'public.calls' },
  { to: '/public/register', words: 'public.register' },
] as const;

/** The few public pages, each in the language that is read. */
export function PublicNav({ path }: { path: string }) {
  const { t, i18n } = useTranslation();
  const isOn = (to: string): boolean => (to === '/public' ? !path.startsWith('/public/register') : path.startsWith(to));
  return (
    <nav aria-label={t('public.navigation')}>
      <Group gap="lg">
        {pages.map(({ to, words }) => (
          <Anchor
            key={to}
            component={Link}
            to={to}
            search={{ lang: i18n.language } as never}
            fw={isOn(to) ? 700 : 400}
            aria-current={isOn(to) ? 'page' : undefined}
          >
            {t(words)}
          </Anchor>
        ))}
      </Group>
    </nav>
  );
}
