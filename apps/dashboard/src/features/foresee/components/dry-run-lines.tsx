import { Anchor, Badge, Button, Group, Select, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName, formatTime } from '../../../lib/format';
import { lineFilters, type DryRunLine, type DryRunSearch } from '../api/dry-runs';

interface FilterProps {
  search: DryRunSearch;
  onChange: (search: DryRunSearch) => void;
}

const kinds = ['moved', 'new', 'gone'] as const;
const countries = ['CN', 'KH', 'LA', 'MM', 'TH', 'VN'] as const;

/** Which lines are shown. */
export function DryRunFilters({ search, onChange }: FilterProps) {
  const { t, i18n } = useTranslation();
  const { cursor: _place, ...kept } = search;
  const choose = (name: 'kind' | 'country', value: string | null): void => {
    const { [name]: _before, ...rest } = kept;
    onChange(value === null ? rest : { ...rest, [name]: value });
  };
  return (
    <Group align="flex-end">
      <Select
        label={t('dryRun.kind')}
        clearable
        value={search.kind ?? null}
        data={kinds.map((value) => ({ value, label: t(`dryRun.kinds.${value}`) }))}
        onChange={(value) => choose('kind', value)}
      />
      <Select
        label={t('dryRun.country')}
        clearable
        value={search.country ?? null}
        data={countries.map((value) => ({ value, label: countryName(value, i18n.language) }))}
        onChange={(value) => choose('country', value)}
      />
      <Button
        variant={search.tonight === 'true' ? 'filled' : 'default'}
        aria-pressed={search.tonight === 'true'}
        onClick={() => {
          const { tonight, ...rest } = kept;
          onChange(tonight === undefined ? { ...rest, tonight: 'true' } : rest);
        }}
      >
        {t('dryRun.onlyTonight')}
      </Button>
      {Object.keys(lineFilters(search)).length > 0 && (
        <Button variant="default" onClick={() => onChange(search.run === undefined ? {} : { run: search.run })}>
          {t('list.clear')}
        </Button>
      )}
    </Group>
  );
}

/** Which mail to whom would move, come or go. */
export function DryRunLines({ lines }: { lines: readonly DryRunLine[] }) {
  const { t, i18n } = useTranslation();
  const time = (at: string | null): string => (at === null ? t('dryRun.never') : formatTime(at, i18n.language));
  return (
    <Table.ScrollContainer minWidth={720} type="native">
      <Table verticalSpacing={6} aria-label={t('dryRun.lines')}>
        <Table.Thead>
          <Table.Tr>
            {(['kind', 'project', 'mail', 'person', 'from', 'to'] as const).map((name) => (
              <Table.Th key={name}>{t(`dryRun.columns.${name}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={`${line.projectId}/${line.no}`} data-testid="dry-run-line">
              <Table.Td>
                {t(`dryRun.kinds.${line.kind}`)}
                {line.tonight && (
                  <Badge variant="default" tt="none" ms={6}>
                    {t('dryRun.tonight')}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>
                <Anchor component={Link} to="/projects/$projectId" params={{ projectId: line.projectId } as never}>
                  {line.reference ?? t('list.untitled')}
                </Anchor>
              </Table.Td>
              <Table.Td>{[line.what, line.level].filter((part) => part !== null).join(' · ')}</Table.Td>
              <Table.Td>{line.name}</Table.Td>
              <Table.Td>{time(line.from)}</Table.Td>
              <Table.Td>{time(line.to)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
