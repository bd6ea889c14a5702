import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DueDate } from '../../../components/due-date';
import type { components } from '../../../generated/openapi-types';
import { inLanguage } from '../../../lib/stages';

/** One line of the list as the API gives it. */
export type ProjectLine = components['schemas']['ProjectLine'];

/** The project's title with its reference, in the reader's language, linked to its page. */
export function ProjectName({ line }: { line: ProjectLine }) {
  const { t, i18n } = useTranslation();
  const title = inLanguage(line.titleZh, line.titleEn, i18n.language);
  return (
    <Stack gap={2}>
      <Anchor
        component={Link}
        to="/projects/$projectId"
        params={{ projectId: line.id } as never}
        fw={600}
        style={{ overflowWrap: 'anywhere' }}
      >
        {title ?? line.reference ?? t('list.untitled')}
      </Anchor>
      <Text size="sm" c="dimmed">
        {[title === undefined ? undefined : line.reference, line.callCode].filter(Boolean).join(' · ')}
      </Text>
    </Stack>
  );
}

/** The next deadline and who owes it. */
export function NextDeadline({ line, nowMs }: { line: ProjectLine; nowMs: number }) {
  const { t } = useTranslation();
  const { deadline } = line;
  if (deadline === null)
    return (
      <Text size="sm" c="dimmed">
        {t('list.noDeadline')}
      </Text>
    );
  return (
    <Stack gap={2}>
      <DueDate dueOn={deadline.dueOn} endsAt={deadline.endsAt} nowMs={nowMs} overdue={deadline.overdue} />
      <Text size="sm">
        {t(`ladders.${deadline.ladder}`)}
        {deadline.ownerRole !== null && ` · ${t(`roles.${deadline.ownerRole}`)}`}
      </Text>
    </Stack>
  );
}
