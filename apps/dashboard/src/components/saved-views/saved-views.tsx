import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck, IconHome } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerUndo } from '../../lib/undo';
import { removeView, restoreView, setHomeView, viewsQuery, viewText, type SavedView, type ViewPage } from '../../lib/views';
import { showProblem } from '../show-problem';
import { ViewDialog } from './view-dialog';
import './saved-views.css';

interface SavedViewsProps {
  page: ViewPage;
  /** The page's state, without its place in a list. */
  search: Partial<Record<string, string>>;
  onOpen: (view: SavedView) => void;
}

interface ViewGroupProps {
  name: string;
  views: SavedView[];
  open: SavedView | undefined;
  onOpen: (view: SavedView) => void;
}

function ViewGroup({ name, views, open, onOpen }: ViewGroupProps) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t(`savedViews.${name}`)}>
      <Menu.Label aria-hidden>{t(`savedViews.${name}`)}</Menu.Label>
      {views.map((view) => (
        <Menu.Item
          key={view.id}
          onClick={() => onOpen(view)}
          leftSection={view.id === open?.id ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />}
          rightSection={view.home ? <IconHome size={14} aria-label={t('savedViews.home')} /> : undefined}
        >
          {view.mine ? view.name : t('savedViews.of', { name: view.name, owner: view.ownerName })}
        </Menu.Item>
      ))}
    </div>
  );
}

/** What can be done with the view that is open. */
function OpenViewItems({ view, before, onChange }: { view: SavedView; before: SavedView | undefined; onChange: () => void }) {
  const { t } = useTranslation();
  const remove = (): void => {
    removeView(view.id)
      .then(() => offerUndo(t('savedViews.removed', { name: view.name }), () => restoreView(view.id)))
      .catch(showProblem);
  };
  const makeHome = (): void => {
    setHomeView(view.home ? null : view.id)
      .then(() =>
        offerUndo(t(view.home ? 'savedViews.homeGone' : 'savedViews.homeMade', { name: view.name }), () => setHomeView(before?.id ?? null)),
      )
      .catch(showProblem);
  };
  return (
    <>
      {view.mine && <Menu.Item onClick={onChange}>{t('savedViews.change')}</Menu.Item>}
      <Menu.Item onClick={makeHome} data-act="home">
        {t(view.home ? 'savedViews.noHome' : 'savedViews.makeHome')}
      </Menu.Item>
      {view.mine && <Menu.Item onClick={remove}>{t('savedViews.remove')}</Menu.Item>}
    </>
  );
}

/** Saved views of a page: open one, keep this one, change, share, remove, and choose the one that opens first after signing in. */
export function SavedViews({ page, search, onOpen }: SavedViewsProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<SavedView | 'new'>();
  const { items = [], mayShare = false } = useQuery(viewsQuery).data ?? {};
  const views = items.filter((view) => view.page === page);
  const text = viewText(search);
  const open = views.find((view) => view.search === text);
  const groups = [
    { name: 'mine', views: views.filter((view) => view.mine) },
    { name: 'shared', views: views.filter((view) => !view.mine) },
  ];
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />} className="view-button">
            {open?.name ?? t('savedViews.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
          {groups.map((group) => group.views.length > 0 && <ViewGroup key={group.name} {...group} open={open} onOpen={onOpen} />)}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setEditing('new')}>{t('savedViews.save')}</Menu.Item>
          {open !== undefined && <OpenViewItems view={open} before={items.find((view) => view.home)} onChange={() => setEditing(open)} />}
        </Menu.Dropdown>
      </Menu>
      {editing !== undefined && (
        <ViewDialog
          page={page}
          view={editing === 'new' ? undefined : editing}
          text={text}
          mayShare={mayShare}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
