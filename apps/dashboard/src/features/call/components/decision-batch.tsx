import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import type { components } from '../../../generated/openapi-types';
import { formatDate } from '../../../lib/format';
import type { CallDetail } from '../api/call';
import { callDecisionQuery } from '../api/call-work';
import { Part } from './part';

type Decision = components['schemas']['CallDecision'];

function Session({ session, council }: { session: NonNullable<Decision['session']>; council: Decision['council'] }) {
  const { t, i18n } = useTranslation();
  const { present, votesFor, votesAgainst, decidedOn } = session;
  return (
    <>
      <Text>
        {t('callWork.decision.held', {
          day: formatDate(decidedOn, i18n.language),
          present: present.length,
          members: council.members,
          votesFor,
          votesAgainst,
        })}
      </Text>
      <Text size="sm">{t('callWork.decision.present', { names: present.map((one) => one.name).join(t('why.comma')) })}</Text>
    </>
  );
}

function Deviations({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  if (decision.session === null) return null;
  if (decision.deviations.length === 0) return <Text>{t('callWork.decision.noDeviation')}</Text>;
  return (
    <Notice title={t('callWork.decision.deviations', { count: decision.deviations.length })}>
      <Text size="sm">{t('callWork.decision.reason', { reason: decision.session.reason ?? '–' })}</Text>
      <ul>
        {decision.deviations.map((one) => (
          <li key={one.projectId}>
            <Anchor component={Link} to="/projects/$projectId" params={{ projectId: one.projectId } as never}>
              {one.reference}
            </Anchor>{' '}
            {t('callWork.decision.deviation', {
              rank: one.rank,
              suggested: t(`decisions.${one.suggested}`),
              decision: t(`decisions.${one.decision}`),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The council's batch: who must be there, who was, how they voted, and where they departed from the ranking and why. */
export function DecisionBatch({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  const reading = useQuery(callDecisionQuery(call.id));
  const mayDecide = call.commands.some((one) => one.type === 'DecideProposal' && one.possible);
  return (
    <Part id="decision" title={t('callWork.decision.title')} reading={reading}>
      {(decision) => (
        <Stack gap="sm" align="flex-start">
          <Text>
            {decision.preparedAt === null ? t('callWork.decision.notPrepared') : t('callWork.decision.batch', { count: decision.lines })}
          </Text>
          <Text size="sm">
            {t('callWork.decision.quorum', {
              share: t(`callWork.decision.shares.${decision.council.moreThan}`, { defaultValue: decision.council.moreThan }),
              members: decision.council.members,
            })}
          </Text>
          {decision.session !== null && <Session session={decision.session} council={decision.council} />}
          {decision.session !== null && (
            <Text>
              {(['approve', 'reserve', 'reject'] as const)
                .map((one) => `${t(`decisions.${one}`)} ${decision.decisions[one] ?? 0}`)
                .join(' · ')}
            </Text>
          )}
          <Deviations decision={decision} />
          {mayDecide && (
            <Button component={Link} to="/calls/$callId/do/$command" params={{ callId: call.id, command: 'decide-proposal' } as never}>
              {t('forms.call.decide-proposal.title')}
            </Button>
          )}
        </Stack>
      )}
    </Part>
  );
}
