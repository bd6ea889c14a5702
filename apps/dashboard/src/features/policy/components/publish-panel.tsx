import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecondPerson, type PublishingAct } from '../../../components/second-person';
import { actOnDraft, policiesQuery, type PolicyVersion } from '../api/policy';

interface PublishProps {
  policy: PolicyVersion;
  onDone: (act: PublishingAct) => void;
}

/** The way of a draft to its publication, and whose word it needs. */
export function PublishPanel({ policy, onDone }: PublishProps) {
  const { t } = useTranslation();
  const { proposal } = policy;
  if (policy.state !== 'draft') return null;
  const why = (code: string | null): string | undefined => (code === null ? undefined : t(`policy.whyNot.${code}`));
  return (
    <section aria-labelledby="publish-title">
      <Title order={2} id="publish-title" mb="xs">
        {t('policy.publishTitle')}
      </Title>
      <Text mb="sm" maw={760}>
        {t('policy.publishText')}
      </Text>
      {policy.authorities.length > 0 && (
        <ul>
          {policy.authorities.map((one) => (
            <li key={one}>{t(`policy.needs.${one}`)}</li>
          ))}
        </ul>
      )}
      <SecondPerson
        waiting={policy.proposed && proposal !== null ? { ...proposal, whyNotConfirm: why(proposal.whyNotConfirm) } : undefined}
        mayEdit={policy.mayEdit}
        whyNotPropose={why(policy.whyNotPropose)}
        act={(act, how) => actOnDraft(policy, act, how)}
        reads={policiesQuery.queryKey}
        onDone={onDone}
      />
    </section>
  );
}
