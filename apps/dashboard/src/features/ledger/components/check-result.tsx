import { Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import { IconHourglass, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatTime } from '../../../lib/format';
import type { LedgerCheck } from '../api/ledger';

function Problems({ check }: { check: LedgerCheck }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list" aria-label={t('ledger.problems')}>
      {check.problems.map((one) => {
        const to = one.entityKind === 'project' ? '/projects/$projectId' : '/calls/$callId';
        const params = one.entityKind === 'project' ? { projectId: one.entityId } : { callId: one.entityId };
        return (
          <li key={`${one.entityId}/${one.rev}/${one.what}`} data-testid="ledger-problem">
            <Anchor
              component={Link}
              to={to}
              params={params as never}
              search={(one.entityKind === 'project' ? { view: 'history' } : {}) as never}
            >
              {one.reference ?? one.entityId}
            </Anchor>
            {` · ${t('ledger.entry', { rev: one.rev })} · ${t(`ledger.what.${one.what}`)}`}
          </li>
        );
      })}
    </ul>
  );
}

const icons = { runs: IconHourglass, sound: IconShieldCheck, witnessed: IconShieldCheck, broken: IconShieldX, notWitnessed: IconShieldX };

/** What a check says, in one word. */
function saysOf({ endedAt, problemCount, kind }: LedgerCheck): keyof typeof icons {
  if (endedAt === null) return 'runs';
  if (kind === 'chain') return problemCount === 0 ? 'sound' : 'broken';
  return problemCount === 0 ? 'witnessed' : 'notWitnessed';
}

function Says({ check }: { check: LedgerCheck }) {
  const { t, i18n } = useTranslation();
  const says = saysOf(check);
  const Icon = icons[says];
  const bad = says === 'broken' || says === 'notWitnessed';
  const number = (value: number): string => formatNumber(value, i18n.language);
  const { entries, entities, witnessed, total, problemCount: count } = check;
  const values = { count, entries: number(entries), entities: number(entities), witnessed: number(witnessed), total: number(total) };
  const asked = { name: check.askedByName ?? t('project.somebody'), time: formatTime(check.endedAt ?? check.askedAt, i18n.language) };
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <Icon size={22} aria-hidden style={{ flexShrink: 0 }} color={bad ? 'var(--mantine-color-error)' : 'var(--gongfang-link)'} />
      <div role="status">
        <Text fw={600}>{t(`ledger.${says}`, values)}</Text>
        <Text size="sm" c="dimmed">
          {t('ledger.asked', asked)}
        </Text>
      </div>
    </Group>
  );
}

/** What a check found, or how far it is: in words, with each entry that does not fit. */
export function CheckResult({ check }: { check: LedgerCheck }) {
  const { t } = useTranslation();
  const more = check.problemCount - check.problems.length;
  return (
    <Stack gap="xs" data-testid="ledger-check">
      <Says check={check} />
      {check.endedAt === null && check.total > 0 && (
        <Progress value={(check.entities * 100) / check.total} aria-label={t('ledger.progress')} />
      )}
      <Problems check={check} />
      {more > 0 && <Text size="sm">{t('ledger.moreProblems', { count: more })}</Text>}
    </Stack>
  );
}
