import { Anchor, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { countryName, formatDate } from '../../../lib/format';
import { callIntakeQuery } from '../api/call-work';
import { Bars } from './bars';
import { Part } from './part';

type Intake = components['schemas']['CallIntake'];

function States({ callId, states }: { callId: string; states: Intake['states'] }) {
  const { t } = useTranslation();
  const name = ({ stage, subState, outcome }: Intake['states'][number]): string =>
    outcome === null ? `${t(`stages.${stage}`)} · ${t(`subStates.${subState}`)}` : t(`outcomes.${outcome}`);
  return (
    <div>
      <Title order={3} size="h4" mb="xs" id="intake-states">
        {t('callWork.intake.states')}
      </Title>
      <Table aria-labelledby="intake-states">
        <Table.Tbody>
          {states.map((one) => (
            <Table.Tr key={`${one.stage}/${one.subState}/${one.outcome ?? ''}`}>
              <Table.Th scope="row" fw={400}>
                {name(one)}
              </Table.Th>
              <Table.Td ta="right">
                <Anchor
                  component={Link}
                  to="/projects"
                  search={{ call: callId, stage: one.stage, subState: one.subState } as never}
                  aria-label={`${name(one)}: ${one.count}`}
                >
                  {one.count}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** How applications come in: by state, by host country and by day. Before closing there are numbers only; content is sealed. */
export function CallIntake({ callId, open }: { callId: string; open: boolean }) {
  const { t, i18n } = useTranslation();
  const reading = useQuery(callIntakeQuery(callId));
  return (
    <Part id="intake" title={t('callWork.intake.title')} {...(open ? { text: t('callWork.intake.sealed') } : {})} reading={reading}>
      {({ states, handedIn, days, nearlyComplete }) =>
        states.length === 0 ? (
          <Text>{t('calls.noApplications')}</Text>
        ) : (
          <Stack gap="md">
            {nearlyComplete !== null && <Text>{t('callWork.intake.nearlyComplete', { count: nearlyComplete })}</Text>}
            <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl">
              <States callId={callId} states={states} />
              <Bars
                id="intake-countries"
                title={t('callWork.intake.countries')}
                bars={handedIn.map(({ country, count }) => ({ key: country, label: countryName(country, i18n.language), count }))}
              />
              <Bars
                id="intake-days"
                title={t('callWork.intake.days')}
                bars={days.slice(-14).map(({ on, count }) => ({ key: on, label: formatDate(on, i18n.language), count }))}
                {...(days.length > 14
                  ? {
                      before: t('callWork.intake.earlier', { count: days.slice(0, -14).reduce((sum, one) => sum + one.count, 0) }),
                    }
                  : {})}
              />
            </SimpleGrid>
          </Stack>
        )
      }
    </Part>
  );
}
