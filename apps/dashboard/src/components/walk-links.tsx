import { Anchor, Group, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useShortcut, useShortcutsOn } from '../lib/shortcuts';
import { neighboursOf } from '../lib/walk';

/** Leads to the project before and after this one in the list the reader came from, also by the keys K and J. */
export function WalkLinks({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keysAct = useShortcutsOn();
  const { previous, next } = neighboursOf(projectId);
  const go = (id: string | undefined) => () => {
    if (id !== undefined) void navigate({ to: '/projects/$projectId', params: { projectId: id } as never });
  };
  useShortcut('j', 'walk.toNext', go(next), { enabled: next !== undefined });
  useShortcut('k', 'walk.toPrevious', go(previous), { enabled: previous !== undefined });
  if (previous === undefined && next === undefined) return null;
  return (
    <Group component="nav" aria-label={t('walk.label')} gap="md">
      {previous !== undefined && (
        <Anchor component={Link} to="/projects/$projectId" params={{ projectId: previous } as never}>
          ← {t('walk.previous')}
        </Anchor>
      )}
      {next !== undefined && (
        <Anchor component={Link} to="/projects/$projectId" params={{ projectId: next } as never}>
          {t('walk.next')} →
        </Anchor>
      )}
      {keysAct && (
        <Text size="sm" c="dimmed" visibleFrom="sm">
          {t('walk.keys')}
        </Text>
      )}
    </Group>
  );
}
