import { Button, NavLink, Stack, Text } from '@mantine/core';
import { IconLogout, type Icon } from '@tabler/icons-react';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signOut } from '../features/session/api/sign-in';
import type { Me } from '../lib/session';

/** An entry of the main navigation. */
export interface NavigationPage {
  to: string;
  /** Its name in the catalogue. */
  words: string;
  icon: Icon;
  /** Keys that lead there. */
  keys?: string;
  /** Standing roles that use it; everybody's when left out. The server decides what each may see. */
  roles?: readonly string[];
}

/** The first page is only itself; every other one holds what lies below it. */
function isOn(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
}

interface NavigationProps {
  me: Me;
  pages: readonly NavigationPage[];
  onGo: () => void;
}

/** The pages of the signed-in person, who he is, and the way out. */
export function Navigation({ me, pages, onGo }: NavigationProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Stack justify="space-between" h="100%" p="sm" style={{ overflowY: 'auto' }}>
      <nav aria-label={t('nav.main')}>
        {pages.map(({ to, words, icon: Icon, keys }) => (
          <NavLink
            key={to}
            component={Link}
            to={to as '/'}
            label={t(words)}
            leftSection={<Icon size={18} aria-hidden />}
            active={isOn(path, to)}
            aria-current={isOn(path, to) ? 'page' : undefined}
            aria-keyshortcuts={keys}
            color="river.8"
            variant="filled"
            onClick={onGo}
          />
        ))}
      </nav>
      <Stack gap="xs">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('nav.signedInAs', { name: me.fullName })}
        </Text>
        <Button
          variant="default"
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void signOut().then(() => navigate({ to: '/sign-in' }))}
        >
          {t('nav.signOut')}
        </Button>
      </Stack>
    </Stack>
  );
}
