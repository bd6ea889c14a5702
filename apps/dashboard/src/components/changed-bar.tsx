import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesByOthers, historyQuery } from '../lib/changes';
import { meQuery } from '../lib/me';

interface ChangedBarProps {
  kind: 'project' | 'call';
  id: string;
  /** The revision that is known now; the one at opening is remembered here. */
  rev: number;
}

const mostShown = 3;

/** Stands over an open form when its project or call changed meanwhile: who did what, and a look that leaves alone what was typed. */
export function ChangedBar({ kind, id, rev }: ChangedBarProps) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(rev);
  const me = useQuery(meQuery).data;
  const history = useQuery({ ...historyQuery(kind, id), enabled: rev > seen });
  const changes = rev > seen ? changesByOthers(history.data?.items ?? [], seen, me?.personId) : [];
  return (
    <div role="status">
      {changes.length > 0 && (
        <div className="notice changed-bar">
          <Text fw={600}>{t('changedMeanwhile.title')}</Text>
          {changes.slice(0, mostShown).map((one) => (
            <Text key={one.rev} size="sm">
              {t('changedMeanwhile.by', {
                who: one.actor.name ?? t('changedMeanwhile.system'),
                what: one.events.map((event) => event.sentence).join(' '),
              })}
            </Text>
          ))}
          <Text size="sm">{t('changedMeanwhile.kept')}</Text>
          <Group gap="sm" mt="xs">
            <Anchor href={`/${kind}s/${id}`} target="_blank">
              {t('changedMeanwhile.look')}
            </Anchor>
            <Button size="xs" variant="default" onClick={() => setSeen(rev)}>
              {t('changedMeanwhile.ok')}
            </Button>
          </Group>
        </div>
      )}
    </div>
  );
}
