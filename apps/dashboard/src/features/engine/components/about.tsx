import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

interface AboutProps {
  kind: 'project' | 'call' | null;
  id: string | null;
  reference: string | null;
}

/** What something is about, with the way there: a project, a call, or the mail desk. */
export function About({ kind, id, reference }: AboutProps) {
  const { t } = useTranslation();
  if (kind === null || id === null) return <Text span>{t('engine.mailDesk')}</Text>;
  const to = kind === 'project' ? '/projects/$projectId' : '/calls/$callId';
  const params = kind === 'project' ? { projectId: id } : { callId: id };
  return (
    <Anchor component={Link} to={to} params={params as never}>
      {reference ?? t(`engine.unnamed.${kind}`, { id: id.slice(0, 8) })}
    </Anchor>
  );
}
