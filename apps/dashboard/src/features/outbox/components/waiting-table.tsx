import { Anchor, Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import type { WaitingMails } from '../api/outbox';
import { ruleName, waitingLines, type WaitingLine } from '../gates';

const reasons = ['gate', 'release', 'uncertain', 'retry', 'cool-off', 'window', 'desk'] as const;
const linesShown = 25;

type Reason = (typeof reasons)[number];

function Number({ line, reason }: { line: WaitingLine; reason: Reason }) {
  const { t, i18n } = useTranslation();
  const count = line.counts[reason];
  if (count === undefined) return null;
  const search = { rule: line.rule, country: line.country, waits: reason };
  return (
    <Anchor component={Link} to="/mails" search={search as never}>
      {count}
      <span className="visually-hidden">
        {' '}
        {t('outbox.numberOf', {
          rule: ruleName(line.rule, t),
          country: countryName(line.country, i18n.language),
          reason: t(`outbox.reasons.${reason}`),
        })}
      </span>
    </Anchor>
  );
}

function Wide({ lines, shown }: { lines: WaitingLine[]; shown: Reason[] }) {
  const { t, i18n } = useTranslation();
  return (
    <Table visibleFrom="md" verticalSpacing="xs" stickyHeader stickyHeaderOffset={56}>
      <caption className="visually-hidden">{t('outbox.waitingTitle')}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('outbox.columns.rule')}</Table.Th>
          <Table.Th scope="col">{t('outbox.columns.country')}</Table.Th>
          {shown.map((reason) => (
            <Table.Th key={reason} scope="col">
              {t(`outbox.reasons.${reason}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={`${line.rule}/${line.country}`}>
            <Table.Th scope="row" fw={400}>
              {ruleName(line.rule, t)}
            </Table.Th>
            <Table.Td>{countryName(line.country, i18n.language)}</Table.Td>
            {shown.map((reason) => (
              <Table.Td key={reason}>
                <Number line={line} reason={reason} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Narrow({ lines }: { lines: WaitingLine[] }) {
  const { t, i18n } = useTranslation();
  return (
    <Stack gap="sm" hiddenFrom="md" component="ul" className="plain-list">
      {lines.map((line) => (
        <Card key={`${line.rule}/${line.country}`} component="li" withBorder padding="sm">
          <Text fw={600}>{ruleName(line.rule, t)}</Text>
          <Text size="sm">{countryName(line.country, i18n.language)}</Text>
          {reasons
            .filter((reason) => line.counts[reason] !== undefined)
            .map((reason) => (
              <Group key={reason} justify="space-between" wrap="nowrap">
                <Text size="sm">{t(`outbox.reasons.${reason}`)}</Text>
                <Number line={line} reason={reason} />
              </Group>
            ))}
        </Card>
      ))}
    </Stack>
  );
}

/** What waits and why, by rule and country; each number leads to its mails. */
export function WaitingTable({ waiting }: { waiting: WaitingMails }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const lines = waitingLines(waiting.items);
  const shown = all ? lines : lines.slice(0, linesShown);
  const used = reasons.filter((reason) => lines.some((line) => line.counts[reason] !== undefined));
  return (
    <section aria-labelledby="waiting-title">
      <Title order={2} id="waiting-title" mb="xs">
        {t('outbox.waitingTitle')}
      </Title>
      <Text mb="sm">{waiting.total === 0 ? t('outbox.nothingWaits') : t('outbox.waitingText', { count: waiting.total })}</Text>
      {lines.length > 0 && (
        <>
          <Wide lines={shown} shown={used} />
          <Narrow lines={shown} />
        </>
      )}
      {shown.length < lines.length && (
        <Button variant="default" mt="sm" onClick={() => setAll(true)}>
          {t('outbox.showAll', { count: lines.length })}
        </Button>
      )}
    </section>
  );
}
