import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import type { PolicyList } from '../api/policy';

type Line = PolicyList['items'][number];

/** Draft, waiting for a second person, or published. */
export function StateBadge({ state, proposed }: Pick<Line, 'state' | 'proposed'>) {
  const { t } = useTranslation();
  const word = state === 'published' ? 'published' : proposed ? 'proposed' : 'draft';
  return (
    <Badge
      variant={word === 'published' ? 'light' : 'outline'}
      c="var(--mantine-color-text)"
      size="lg"
      miw="max-content"
      tt="none"
      fw={500}
    >
      {t(`policy.states.${word}`)}
    </Badge>
  );
}

function Row({ line }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <Table.Tr data-testid="policy-row">
      <Table.Th scope="row" fw={400}>
        <Anchor component={Link} to={`/administration/policy/${line.version}` as '/'} fw={600}>
          {t('policy.version', { version: line.version })}
        </Anchor>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {line.name}
        </Text>
      </Table.Th>
      <Table.Td>
        <StateBadge {...line} />
      </Table.Td>
      <Table.Td>
        {line.authorName !== null && <Text size="sm">{line.authorName}</Text>}
        <TwoZones at={line.publishedAt ?? line.updatedAt} />
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {line.state === 'published' ? (
            <Text size="sm">
              {t('policy.callsOn', { count: line.calls })}
              {t('policy.comma')}
              {t('policy.projectsOn', { count: line.projects })}
            </Text>
          ) : (
            <Text size="sm">{line.baseVersion !== null && t('policy.basedOn', { version: line.baseVersion })}</Text>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** Versions and drafts, the newest first, and how much runs on each. */
export function PolicyTable({ items }: { items: readonly Line[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(['version', 'state', 'when', 'runs'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`policy.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((line) => (
            <Row key={line.version} line={line} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
