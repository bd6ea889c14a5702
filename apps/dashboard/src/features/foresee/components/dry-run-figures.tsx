import { Alert, Anchor, List, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName, formatDate, formatNumber } from '../../../lib/format';
import type { DryRun, DryRunResult, DryRunSearch } from '../api/dry-runs';

const figures = ['moved', 'new', 'gone', 'tonight', 'past', 'told', 'applied', 'same', 'refused'] as const;
const shownRows = 12;

function Figures({ result }: { result: DryRunResult }) {
  const { t, i18n } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} component="dl" m={0}>
      {figures.map((name) => (
        <Paper withBorder p="sm" key={name}>
          <Text component="dt" size="sm">
            {t(`dryRun.figures.${name}`)}
          </Text>
          <Text component="dd" m={0} size="xl" fw={600} data-testid={`dry-run-${name}`}>
            {formatNumber(result[name], i18n.language)}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

interface GroupProps {
  title: string;
  rows: readonly { name: string; search: DryRunSearch; moved: number; new: number; gone: number }[];
  onOnly: (search: DryRunSearch) => void;
}

/** Mails by country, person or day; each row leads to its lines. */
function Group({ title, rows, onOnly }: GroupProps) {
  const { t, i18n } = useTranslation();
  const number = (value: number): string => formatNumber(value, i18n.language);
  return (
    <Table.ScrollContainer minWidth={280} type="native">
      <Table captionSide="top" verticalSpacing={4}>
        <Table.Caption ta="start" fw={600}>
          {title}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            {(['moved', 'new', 'gone'] as const).map((kind) => (
              <Table.Th key={kind} ta="end">
                {t(`dryRun.kinds.${kind}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, shownRows).map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row" fw={400}>
                <Anchor component="button" type="button" ta="start" onClick={() => onOnly(row.search)}>
                  {row.name}
                </Anchor>
              </Table.Th>
              <Table.Td ta="end">{number(row.moved)}</Table.Td>
              <Table.Td ta="end">{number(row.new)}</Table.Td>
              <Table.Td ta="end">{number(row.gone)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > shownRows && <Text size="sm">{t('dryRun.moreRows', { count: rows.length - shownRows })}</Text>}
    </Table.ScrollContainer>
  );
}

function Storms({ run, result }: { run: DryRun; result: DryRunResult }) {
  const { t, i18n } = useTranslation();
  if (result.stormCount === 0) return null;
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('dryRun.storm', { count: result.stormCount, most: run.mostPerDay })}
    >
      <List size="sm">
        {result.storms.slice(0, shownRows).map(({ personId, name, day, before, after }) => (
          <List.Item key={`${personId}/${day}`}>
            {t('dryRun.stormLine', { name, day: formatDate(day, i18n.language), before, after })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Odd({ run }: { run: DryRun }) {
  const { t, i18n } = useTranslation();
  if (run.odd.length === 0) return null;
  const date = (day: string): string => formatDate(day, i18n.language);
  return (
    <div>
      <Title order={3} size="h5">
        {t('dryRun.odd')}
      </Title>
      <List size="sm">
        {run.odd.slice(0, shownRows).map(({ projectId, reference, sentence, kept }) => (
          <List.Item key={projectId}>
            <Anchor component={Link} to="/projects/$projectId" params={{ projectId } as never}>
              {reference ?? t('list.untitled')}
            </Anchor>
            {sentence === null ? '' : ` · ${sentence}`}
            {kept.map((one) => ` · ${t(`dryRun.kept.${one.why}`, { dueOn: date(one.dueOn), wouldBe: date(one.wouldBe) })}`).join('')}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** What a dry run found: figures, by country, person and day, and what stands out. */
export function DryRunFigures({ run, result, onOnly }: { run: DryRun; result: DryRunResult; onOnly: (search: DryRunSearch) => void }) {
  const { t, i18n } = useTranslation();
  const { countries, people, days } = result;
  return (
    <Stack gap="md">
      <Storms run={run} result={result} />
      <Figures result={result} />
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        <Group
          title={t('dryRun.byCountry')}
          onOnly={onOnly}
          rows={countries.map(({ country, ...rest }) => ({ ...rest, name: countryName(country, i18n.language), search: { country } }))}
        />
        <Group
          title={t('dryRun.byPerson', { count: result.peopleCount })}
          onOnly={onOnly}
          rows={people.map(({ personId, name, ...rest }) => ({ ...rest, name, search: { person: personId } }))}
        />
        <Group
          title={t('dryRun.byDay')}
          onOnly={onOnly}
          rows={days.map(({ day, ...rest }) => ({ ...rest, name: formatDate(day, i18n.language), search: { day } }))}
        />
      </SimpleGrid>
      <Odd run={run} />
    </Stack>
  );
}
