import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../components/problem-panel';
import { Read } from '../components/read';
import type { ProjectDetail } from '../features/project/api/project';
import { ActInCopy } from '../features/project/components/act-in-copy';
import { copiedProjectQuery, markOf, type Rehearsal } from '../features/rehearsal/api/rehearsals';
import { useMove } from '../features/rehearsal/components/use-move';
import { playersOf } from '../features/rehearsal/players';
import { formatDay } from '../lib/format';

interface ActPanelProps {
  room: Rehearsal;
  projectId: string;
  close: () => void;
}

function Parts({ project, as, onChange }: { project: ProjectDetail; as: string; onChange: (as: string) => void }) {
  const { t, i18n } = useTranslation();
  const players = playersOf(project).map(({ personId, roles }) => ({
    value: personId,
    label: t('rehearsal.role', {
      name: project.people[personId]?.[i18n.language === 'zh-CN' ? 'fullName' : 'latinName'] ?? t('project.somebody'),
      role: roles.map((role) => t(`roles.${role}`)).join(' + '),
    }),
  }));
  return (
    <NativeSelect
      label={t('rehearsal.as')}
      description={t('rehearsal.asHelp')}
      value={as}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: t('rehearsal.myself') }, ...players]}
    />
  );
}

/** Does something in a copy, as oneself or in the place of somebody who belongs to it. It takes the focus when it opens. */
export function ActPanel({ room, projectId, close }: ActPanelProps) {
  const { t, i18n } = useTranslation();
  const [as, setAs] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [projectId]);
  const taken = as === '' ? undefined : as;
  const copy = useQuery({ ...copiedProjectQuery(room.id, projectId, taken, markOf(room)), placeholderData: (before) => before });
  const move = useMove(room);
  return (
    <Paper withBorder p="md" maw={760} component="section" aria-labelledby="act-in-copy" data-testid="act-in-copy">
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={2} id="act-in-copy" size="h3" ref={heading} tabIndex={-1}>
            {t('rehearsal.actTitle', { name: copy.data?.reference ?? '' })}
          </Title>
          <Button variant="default" size="compact-sm" onClick={close}>
            {t('rehearsal.cancel')}
          </Button>
        </Group>
        <Read query={copy}>
          {(project) => (
            <Stack gap="md">
              <Text size="sm">{t('rehearsal.whenever', { day: formatDay(room.now, i18n.language) })}</Text>
              <Parts project={project} as={as} onChange={setAs} />
              {move.isError && (
                <div className="error-summary" role="alert">
                  <ProblemText error={move.error} />
                </div>
              )}
              <ActInCopy
                project={project}
                onAct={({ command, body }) =>
                  move.mutate(
                    { kind: 'act', project: projectId, command, body, ...(taken === undefined ? {} : { as: taken }) },
                    { onSuccess: close },
                  )
                }
              />
            </Stack>
          )}
        </Read>
      </Stack>
    </Paper>
  );
}
