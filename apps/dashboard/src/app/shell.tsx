import { Anchor, AppShell, Burger, Button, Container, Group, NavLink, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarEvent, IconFolders, IconLogout, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../components/language-switch';
import { SchemeSwitch } from '../components/scheme-switch';
import { signOut } from '../features/session/api/sign-in';
import { meQuery } from '../lib/me';
import type { Me } from '../lib/session';
import { useLiveUpdates } from '../lib/live-updates';

const pages = [
  { to: '/projects', words: 'nav.projects', icon: IconFolders },
  { to: '/calls', words: 'nav.calls', icon: IconCalendarEvent },
  { to: '/preferences', words: 'nav.preferences', icon: IconSettings },
] as const;

function Navigation({ me, onGo }: { me: Me; onGo: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Stack justify="space-between" h="100%" p="sm">
      <nav aria-label={t('nav.main')}>
        {pages.map(({ to, words, icon: Icon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={t(words)}
            leftSection={<Icon size={18} aria-hidden />}
            active={path.startsWith(to)}
            aria-current={path.startsWith(to) ? 'page' : undefined}
            color="river.8"
            variant="filled"
            onClick={onGo}
          />
        ))}
      </nav>
      <Stack gap="xs">
        <Text size="sm">{t('nav.signedInAs', { name: me.fullName })}</Text>
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

/** The frame of every page: header, navigation for people who are signed in, content. */
export function Shell() {
  const { t } = useTranslation();
  const [open, { toggle, close }] = useDisclosure(false);
  const me = useQuery(meQuery).data ?? null;
  const bare = useRouterState({ select: (state) => state.location.pathname === '/sign-in' || state.location.pathname.startsWith('/a/') });
  const withNav = me !== null && !bare;
  useLiveUpdates(me !== null);
  return (
    <AppShell
      header={{ height: 56 }}
      {...(withNav ? { navbar: { width: 220, breakpoint: 'sm', collapsed: { mobile: !open } } } : {})}
      padding={{ base: 'md', sm: 'lg' }}
    >
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            {withNav && <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('nav.menu')} aria-expanded={open} />}
            <Anchor component={Link} to="/projects" fw={700} underline="never" c="inherit">
              Gongfang <span lang="zh-CN">工坊</span>
            </Anchor>
          </Group>
          <Group gap={4} wrap="nowrap">
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      {withNav && (
        <AppShell.Navbar>
          <Navigation me={me} onGo={close} />
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1}>
        <Container size="lg" px={0}>
          <Outlet />
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
