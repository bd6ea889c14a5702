import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecondPerson, type PublishingAct } from '../../../components/second-person';
import { actOnTemplate, templatesQuery, type TemplateVersion } from '../api/templates';

interface ReleaseProps {
  draft: TemplateVersion;
  /** Whether words are typed that the draft does not have yet. */
  unsaved: boolean;
  onDone: (act: PublishingAct) => void;
}

/** The way of a draft to its release by a second person. */
export function ReleasePanel({ draft, unsaved, onDone }: ReleaseProps) {
  const { t } = useTranslation();
  const { proposal } = draft;
  if (draft.state !== 'draft') return null;
  const why = (code: string | null): string | undefined => (code === null ? undefined : t(`templates.whyNot.${code}`));
  return (
    <section aria-labelledby="release-title">
      <Title order={2} id="release-title" mb="xs">
        {t('templates.releaseTitle')}
      </Title>
      <Text mb="sm" maw={760}>
        {t('templates.releaseText')}
      </Text>
      <SecondPerson
        waiting={draft.proposed && proposal !== null ? { ...proposal, whyNotConfirm: why(proposal.whyNotConfirm) } : undefined}
        mayEdit={draft.mayEdit}
        whyNotPropose={why(unsaved ? 'UNSAVED' : draft.whyNotPropose)}
        act={(act, how) => actOnTemplate(draft, act, how)}
        reads={templatesQuery.queryKey}
        onDone={onDone}
      />
    </section>
  );
}
