import { Button } from '@mantine/core';
import { IconEyeSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const runners: ReadonlySet<string> = new Set(['SH', 'AD']);

interface TryDraftProps {
  /** Which draft the dry run is about. */
  draft: { policyVersion: number } | { calendarDraft: string };
  roles: readonly string[];
}

/** Opens the dry run over all live projects with this draft chosen, as it was last saved; nothing for who may not run one. */
export function TryDraft({ draft, roles }: TryDraftProps) {
  const { t } = useTranslation();
  if (!roles.some((role) => runners.has(role))) return null;
  return (
    <Button
      component={Link}
      to={'/administration/dry-run'}
      search={draft as never}
      variant="default"
      leftSection={<IconEyeSearch size={16} aria-hidden />}
      style={{ alignSelf: 'flex-start' }}
    >
      {t('dryRun.tryDraft')}
    </Button>
  );
}
