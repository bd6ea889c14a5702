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
          {groups.map(
            ({ name, views: some }) =>
              some.length > 0 && (
                <div key={name}>
                  <Menu.Label>{t(`projectList.views.${name}`)}</Menu.Label>
                  {some.map((view) => (
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
              ),
          )}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setEditing('new')}>{t('projectList.views.save')}</Menu.Item>
          {open?.mine === true && <Menu.Item onClick={() => setEditing(open)}>{t('projectList.views.change')}</Menu.Item>}
          {open !== undefined && (
            <Menu.Item onClick={() => void setHomeView(open.home ? null : open.id).catch(showProblem)}>
              {t(open.home ? 'projectList.views.noHome' : 'projectList.views.makeHome')}
            </Menu.Item>
          )}
          {open?.mine === true && <Menu.Item onClick={() => remove(open)}>{t('projectList.views.remove')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {editing !== undefined && (
        <ViewDialog view={editing === 'new' ? undefined : editing} text={text} mayShare={mayShare} onClose={() => setEditing(undefined)} />
      )}
    </>
  );
}
