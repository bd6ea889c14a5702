import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck, IconHome } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerUndo } from '../../../lib/undo';
import { removeView, restoreView, setHomeView, viewsQuery, type SavedView } from '../api/views';
import { showProblem } from '../show-problem';
import { searchOfView, viewText, type ListSearch } from '../list-state';
import { ViewDialog } from './view-dialog';

interface SavedViewsProps {
  search: ListSearch;
  onOpen: (search: ListSearch) => void;
}

interface ViewGroupProps {
  name: string;
  views: SavedView[];
  open: SavedView | undefined;
  onOpen: (search: ListSearch) => void;
}

function ViewGroup({ name, views, open, onOpen }: ViewGroupProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Menu.Label>{t(`projectList.views.${name}`)}</Menu.Label>
      {views.map((view) => (
        <Menu.Item
          key={view.id}
          onClick={() => onOpen(searchOfView(view.search))}
          leftSection={view.id === open?.id ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />}
          rightSection={view.home ? <IconHome size={14} aria-label={t('projectList.views.home')} /> : undefined}
        >
          {view.mine ? view.name : t('projectList.views.of', { name: view.name, owner: view.ownerName })}
        </Menu.Item>
      ))}
    </div>
  );
}

/** What can be done with the view that is open. */
function OpenViewItems({ view, onChange, onRemove }: { view: SavedView; onChange: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      {view.mine && <Menu.Item onClick={onChange}>{t('projectList.views.change')}</Menu.Item>}
      <Menu.Item onClick={() => void setHomeView(view.home ? null : view.id).catch(showProblem)}>
        {t(view.home ? 'projectList.views.noHome' : 'projectList.views.makeHome')}
      </Menu.Item>
      {view.mine && <Menu.Item onClick={onRemove}>{t('projectList.views.remove')}</Menu.Item>}
    </>
  );
}

/** Saved views of the list: open one, keep this one, change, share, remove. */
export function SavedViews({ search, onOpen }: SavedViewsProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<SavedView | 'new'>();
  const { items = [], mayShare = false } = useQuery(viewsQuery).data ?? {};
  const views = items.filter((view) => view.page === 'list');
  const text = viewText(search);
  const open = views.find((view) => view.search === text);
  const groups = [
    { name: 'mine', views: views.filter((view) => view.mine) },
    { name: 'shared', views: views.filter((view) => !view.mine) },
  ];
  const remove = (view: SavedView): void => {
    removeView(view.id)
      .then(() => offerUndo(t('projectList.views.removed', { name: view.name }), () => restoreView(view.id)))
      .catch(showProblem);
  };
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />} className="view-button">
            {open?.name ?? t('projectList.views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
          {groups.map((group) => group.views.length > 0 && <ViewGroup key={group.name} {...group} open={open} onOpen={onOpen} />)}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setEditing('new')}>{t('projectList.views.save')}</Menu.Item>
          {open !== undefined && <OpenViewItems view={open} onChange={() => setEditing(open)} onRemove={() => remove(open)} />}
        </Menu.Dropdown>
      </Menu>
      {editing !== undefined && (
        <ViewDialog view={editing === 'new' ? undefined : editing} text={text} mayShare={mayShare} onClose={() => setEditing(undefined)} />
      )}
    </>
  );
}
