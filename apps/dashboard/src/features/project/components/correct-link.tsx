import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../lib/me';

const correctors = ['CO', 'SH', 'AD'];

interface CorrectLinkProps {
  entry: 'organizations' | 'people';
  id: string;
  name: string;
}

/** For those who may, the way to where a name or contact data are corrected for all projects. */
export function CorrectLink({ entry, id, name }: CorrectLinkProps) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  if (me?.roles.some((role) => correctors.includes(role)) !== true) return null;
  return (
    <Anchor component={Link} to={`/administration/register/${entry}/${id}` as '/'} size="sm" data-testid="correct-link">
      {t('projectPage.people.correct')}
      <span className="visually-hidden"> {name}</span>
    </Anchor>
  );
}
