import { Anchor, AppShell, Box, Burger, Container, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconCalendarEvent,
  IconChecklist,
  IconFolders,
  IconHome,
  IconLayoutKanban,
  IconMail,
  IconReportAnalytics,
  IconSettings,
  IconShieldCog,
  IconWorld,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConnectionBar } from '../components/connection-bar';
import { LanguageSwitch } from '../components/language-switch';
import { SchemeSwitch } from '../components/scheme-switch';
import { StoppedMail } from '../features/outbox/components/stopped-mail';
import { SignInAgain } from '../features/session/components/sign-in-again';
import { announcerId } from '../lib/announce';
import { useLiveUpdates } from '../lib/live-updates';
import { meQuery } from '../lib/me';
import type { Me } from '../lib/session';
import { Navigation, type NavigationPage } from './navigation';
import { QuickAccess } from './quick-access';
import { contentId, useFocusAfterNavigation } from './use-focus';

const secretariat = ['CO', 'SH', 'AR', 'AD'];
const secretariatSees = [...secretariat, 'AU'];

/** One line a page; it is shown as soon as the router has its address. */
const pages: readonly NavigationPage[] = [
  { to: '/', words: 'nav.home', icon: IconHome, keys: 'g h' },
  { to: '/tasks', words: 'nav.tasks', icon: IconChecklist, keys: 'g t' },
  { to: '/board', words: 'nav.board', icon: IconLayoutKanban, keys: 'g b', roles: [...secretariat, 'MR', 'AU'] },
  { to: '/projects', words: 'nav.projects', icon: IconFolders, keys: 'g l' },
  { to: '/calls', words: 'nav.calls', icon: IconCalendarEvent, keys: 'g c' },
  { to: '/mails', words: 'nav.mails', icon: IconMail, keys: 'g m' },
  { to: '/campaigns', words: 'nav.reports', icon: IconReportAnalytics, keys: 'g r', roles: secretariat },
  { to: '/administration', words: 'nav.administration', icon: IconShieldCog, keys: 'g a', roles: ['SH', 'AD', 'AU', 'CC'] },
  { to: '/public', words: 'nav.public', icon: IconWorld },
  { to: '/preferences', words: 'nav.preferences', icon: IconSettings, keys: 'g p' },
];

/** The pages that are there and that somebody with these roles uses. */
function usePages(roles: readonly string[]): NavigationPage[] {
  const known: object = useRouter().routesByPath;
  return pages.filter((page) => page.to in known && (page.roles?.some((role) => roles.includes(role)) ?? true));
}

/** What is to be known on every page: that the server is away, and, for the Secretariat, that mail is stopped. */
function Bars({ me, bare }: { me: Me | null; bare: boolean }) {
  const ofSecretariat = !bare && me !== null && me.roles.some((role) => secretariatSees.includes(role));
  return (
    <>
      <ConnectionBar />
      {ofSecretariat && <StoppedMail />}
    </>
  );
}

/** The frame of every page: header, navigation for people who are signed in, content. */
export function Shell() {
  const { t } = useTranslation();
  const [open, { toggle, close }] = useDisclosure(false);
  const me = useQuery(meQuery).data ?? null;
  const bare = useRouterState({ select: (state) => /^\/(sign-in$|a\/)/.test(state.location.pathname) });
  const withNav = me !== null && !bare;
  const mine = usePages(me?.roles ?? []);
  useLiveUpdates(me !== null);
  useFocusAfterNavigation();
  return (
    <AppShell
      header={{ height: 56 }}
      {...(withNav ? { navbar: { width: 220, breakpoint: 'sm', collapsed: { mobile: !open } } } : {})}
      padding={{ base: 'md', sm: 'lg' }}
    >
      <SignInAgain me={me} />
      <div id={announcerId} role="status" className="visually-hidden" />
      <a className="skip-link" href={`#${contentId}`}>
        {t('nav.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            {withNav && <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('nav.menu')} aria-expanded={open} />}
            <Anchor component={Link} to="/" fw={700} underline="never" c="inherit" style={{ whiteSpace: 'nowrap' }}>
              <Box component="span" visibleFrom="xs">
                Gongfang{' '}
              </Box>
              <span lang="zh-CN">工坊</span>
            </Anchor>
          </Group>
          <Group gap={4} wrap="nowrap">
            {withNav && <QuickAccess pages={mine} mayCreate={me.roles.includes('SH')} />}
            <LanguageSwitch />
            <SchemeSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      {withNav && (
        <AppShell.Navbar>
          <Navigation me={me} pages={mine} onGo={close} />
        </AppShell.Navbar>
      )}
      <AppShell.Main id={contentId} tabIndex={-1}>
        <Bars me={me} bare={bare} />
        <Container size="lg" px={0}>
          <Outlet />
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
