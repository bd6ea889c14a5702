import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { laterWords } from '../i18n/words';
import { useShortcut } from '../lib/shortcuts';
import type { NavigationPage } from './navigation';

const Palette = lazy(async () => {
  const [{ Palette: palette }] = await Promise.all([import('../features/palette/components/palette'), laterWords()]);
  return { default: palette };
});
const ShortcutList = lazy(async () => {
  const [{ ShortcutList: list }] = await Promise.all([import('../features/shortcuts/components/shortcut-list'), laterWords()]);
  return { default: list };
});

/** Keys that lead to a page. */
function PageKeys({ page, keys, go }: { page: NavigationPage; keys: string; go: (href: string) => void }) {
  useShortcut(keys, page.words, () => go(page.to), { group: 'go' });
  return null;
}

/** The palette and the list of keys, each by a button and by a key; their code is fetched when first asked for. */
export function QuickAccess({ pages, mayCreate }: { pages: readonly NavigationPage[]; mayCreate: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { projectId } = useParams({ strict: false });
  const [asked, setAsked] = useState(0);
  const [listed, { open, close }] = useDisclosure(false);
  const [listWanted, setListWanted] = useState(false);
  const go = (href: string): void => void navigate({ href });
  const ask = (): void => setAsked((n) => n + 1);
  const list = (): void => {
    setListWanted(true);
    open();
  };
  useShortcut('mod+k', 'palette.open', ask, { group: 'everywhere', inInputs: true });
  useShortcut('?', 'keys.help', list, { group: 'everywhere' });
  useShortcut('c', 'calls.create', () => go('/calls/new'), { group: 'everywhere', enabled: mayCreate });
  return (
    <>
      {pages.map((page) => page.keys !== undefined && <PageKeys key={page.to} page={page} keys={page.keys} go={go} />)}
      <ActionIcon variant="subtle" size={36} aria-label={t('palette.open')} aria-keyshortcuts="Control+K Meta+K" onClick={ask}>
        <IconSearch size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" size={36} aria-label={t('keys.open')} aria-keyshortcuts="?" onClick={list} visibleFrom="sm">
        <IconKeyboard size={18} aria-hidden />
      </ActionIcon>
      <Suspense fallback={null}>
        {asked > 0 && <Palette asked={asked} pages={pages} projectId={projectId} go={go} />}
        {listWanted && <ShortcutList opened={listed} onClose={close} />}
      </Suspense>
    </>
  );
}
