import { Text, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../lib/format';
import type { Preview } from '../api/preview';

type Agreement = Preview['agreements'][number];

function courseOf({ no, kind, signatories, effectOn }: Agreement, t: TFunction, language: string): string {
  const what = `${t(`changes.kinds.${kind}`)} ${no}`;
  if (effectOn === null) return t('preview.agreed.stuck', { what });
  const day = formatDate(effectOn, language);
  if (signatories.length === 0) return t('preview.agreed.unsigned', { what, day });
  return t('preview.agreed.signed', { what, day, parties: signatories.join(t('why.comma')) });
}

/** Changes that are shown as if all had agreed who have to, and what has to be there for that. */
export function PreviewAgreements({ preview: { agreements, conflicts } }: { preview: Preview }) {
  const { t, i18n } = useTranslation();
  if (agreements.length + conflicts.length === 0) return null;
  return (
    <div data-testid="agreements">
      <Title order={3} size="h4">
        {t('preview.agreed.title')}
      </Title>
      <ul className="plain-list">
        {agreements.map((one) => (
          <li key={`${one.act}/${one.no}`}>
            <Text size="sm">{courseOf(one, t, i18n.language)}</Text>
          </li>
        ))}
        {conflicts.map((one) => (
          <li key={`${one.act}/${one.code}`} data-conflict={one.code}>
            <Text size="sm">
              <strong>{one.says}</strong> {one.todo}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
