import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../../components/command-form/field-specs';
import { announce } from '../../../lib/announce';
import type { ProjectDetail } from '../api/project';
import { mayWaitInList, putInList } from '../pending-acts';

interface PutInListProps {
  project: ProjectDetail;
  command: string;
  answers: Answers;
}

/** The other way to go on from a form: its change waits in the list of those that are made as one. */
export function PutInList({ project, command, answers }: PutInListProps) {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<number | 'full'>();
  if (!mayWaitInList(project, command)) return null;
  if (waiting === 'full') return <Text role="alert">{t('modify.full')}</Text>;
  const add = (): void => {
    // The reason is given once for all.
    const { reason: _reason, ...asked } = answers;
    const count = putInList(project, { command, answers: asked, afterDays: 0 });
    setWaiting(count ?? 'full');
    if (count !== undefined) announce(t('modify.added', { count }));
  };
  if (waiting === undefined)
    return (
      <Button variant="light" data-act="put-in-list" onClick={add}>
        {t('modify.put')}
      </Button>
    );
  return (
    <Anchor component={Link} to="/projects/$projectId/do/$command" params={{ projectId: project.id, command: 'modify' } as never}>
      {t('modify.added', { count: waiting })}
    </Anchor>
  );
}
