import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../../../components/read';
import { StageBadge } from '../../../components/stage-badge';
import { formatDate, formatDay } from '../../../lib/format';
import { copiesQuery, markOf, type Rehearsal, type RehearsalCopy } from '../api/rehearsals';

const shownAtFirst = 10;

function useCopyName(): (copy: RehearsalCopy) => string {
  const { t, i18n } = useTranslation();
  return ({ reference, titleZh, titleEn }) => {
    const title = i18n.language === 'zh-CN' ? titleZh || titleEn : titleEn || titleZh;
    const parts = [reference ?? '', title].filter((part) => part !== '');
    return [...new Set(parts)].join(' · ') || t('list.untitled');
  };
}

/** Who has to do what. */
function useTaskWords(): (task: RehearsalCopy['tasks'][number]) => string {
  const { t } = useTranslation();
  return ({ ladder, command, people, roles }) => {
    const what = ladder === null ? t(`past.steps.${command ?? 'other'}`, { defaultValue: t('past.steps.other') }) : t(`ladders.${ladder}`);
    return t('rehearsal.task', { what, who: [...people, ...roles.map((role) => t(`roles.${role}`))].join(t('past.and')) });
  };
}

function Copy({ copy, onAct }: { copy: RehearsalCopy; onAct: ((projectId: string) => void) | undefined }) {
  const { t, i18n } = useTranslation();
  const name = useCopyName()(copy);
  const taskWords = useTaskWords();
  return (
    <Paper withBorder p="sm" component="li" data-testid="rehearsal-copy">
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Text fw={600}>{name}</Text>
          {copy.kind === 'project' ? (
            <StageBadge stage={copy.stage} subState={copy.subState} />
          ) : (
            <Text size="sm">{t('rehearsal.call')}</Text>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {copy.nextAt === null ? t('rehearsal.nothingLeft') : t('rehearsal.nextAt', { day: formatDay(copy.nextAt, i18n.language) })}
          {' · '}
          {t('rehearsal.policyOf', { version: copy.policyVersion })}
        </Text>
        {copy.deadlines.length > 0 && (
          <ul className="plain-list" aria-label={t('rehearsal.deadlines')}>
            {copy.deadlines.map((one) => (
              <li key={`${one.ladder}/${one.object}`}>
                <Text size="sm">{t('rehearsal.deadline', { what: one.says, date: formatDate(one.dueOn, i18n.language) })}</Text>
              </li>
            ))}
          </ul>
        )}
        {copy.tasks.length > 0 && (
          <ul className="plain-list" aria-label={t('rehearsal.tasks')}>
            {copy.tasks.map((task) => (
              <li key={task.key}>
                <Text size="sm">{taskWords(task)}</Text>
              </li>
            ))}
          </ul>
        )}
        {copy.kind === 'project' && onAct !== undefined && (
          <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => onAct(copy.id)}>
            {t('rehearsal.act')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

/** The copies with where they stand and what is due, the one that does something next first. */
export function RoomCopies({ room, onAct }: { room: Rehearsal; onAct?: (projectId: string) => void }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const copies = useQuery(copiesQuery(room.id, markOf(room)));
  return (
    <Read query={copies}>
      {({ items }) => (
        <Stack gap="xs">
          <Stack gap="xs" component="ul" className="plain-list">
            {(all ? items : items.slice(0, shownAtFirst)).map((copy) => (
              <Copy key={`${copy.kind}/${copy.id}`} copy={copy} onAct={onAct} />
            ))}
          </Stack>
          {!all && items.length > shownAtFirst && (
            <Button variant="default" onClick={() => setAll(true)}>
              {t('rehearsal.allCopies', { count: items.length })}
            </Button>
          )}
        </Stack>
      )}
    </Read>
  );
}
