import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Template } from '../api/templates';

type Standing = Pick<Template['versions'][number], 'state' | 'inForce' | 'proposed'>;

/** In force, earlier, a draft, or waiting for a second person. */
export function VersionBadge({ state, inForce, proposed }: Standing) {
  const { t } = useTranslation();
  const word = inForce ? 'inForce' : state !== 'draft' ? 'earlier' : proposed ? 'proposed' : 'draft';
  return (
    <Badge variant={word === 'inForce' ? 'light' : 'outline'} c="var(--mantine-color-text)" size="lg" miw="max-content" tt="none" fw={500}>
      {t(`templates.states.${word}`)}
    </Badge>
  );
}
