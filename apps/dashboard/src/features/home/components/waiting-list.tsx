import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../../components/due-date';
import { inLanguage } from '../../../lib/stages';
import { rememberWalk } from '../../../lib/walk';
import type { WaitingLine } from '../api/overview';

interface WaitingListProps {
  name: 'mineOverdue' | 'waitingForMe' | 'waitingForOthers';
  waiting: { total: number; ids: string[]; lines: WaitingLine[] };
  nowMs: number;
  /** Where all of them are listed. */
  all?: Record<string, string>;
}

function Line({ line, nowMs, onOpen }: { line: WaitingLine; nowMs: number; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const title = inLanguage(line.titleZh, line.titleEn, i18n.language) ?? line.reference ?? t('list.untitled');
  return (
    <Group justify="space-between" align="flex-start" gap="xs" component="li" wrap="nowrap">
      <Stack gap={0} style={{ minWidth: 0, flex: 1 }}>
        <Anchor
          component={Link}
          to="/projects/$projectId"
          params={{ projectId: line.id } as never}
          fw={600}
          onClick={onOpen}
          style={{ overflowWrap: 'anywhere' }}
        >
          {title}
        </Anchor>
        <Text size="sm">
          {t(`ladders.${line.ladder}`)}
          {line.ownerRole !== null && ` · ${t(`roles.${line.ownerRole}`)}`}
        </Text>
      </Stack>
      <DueDate dueOn={line.dueOn} endsAt={line.endsAt} nowMs={nowMs} overdue={line.overdue} />
    </Group>
  );
}

/** The projects that wait for somebody, the most urgent first; opened from here, J and K go through them. */
export function WaitingList({ name, waiting, nowMs, all }: WaitingListProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby={`home-${name}`}>
      <Title order={2} id={`home-${name}`} mb="xs">
        {t(`home.${name}`)} ({waiting.total})
      </Title>
      {waiting.total === 0 && <Text c="dimmed">{t(`home.none.${name}`)}</Text>}
      <ul className="plain-list">
        {waiting.lines.map((line) => (
          <Line key={line.id} line={line} nowMs={nowMs} onOpen={() => rememberWalk(waiting.ids)} />
        ))}
      </ul>
      {all !== undefined && waiting.total > waiting.lines.length && (
        <Anchor component={Link} to="/projects" search={all as never} display="inline-block" mt="sm">
          {t('home.showAll', { count: waiting.total })}
        </Anchor>
      )}
    </section>
  );
}
