import { Card, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { isSelected } from '../selection';
import { NextDeadline, ProjectName, StageCell } from './project-cells';
import type { LinesProps } from './project-table';

/** The list as cards, where a table has no room. */
export function ProjectCards({ lines, nowMs, selection, onSelect, onOpen }: LinesProps) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <Card
          key={line.id}
          withBorder
          component="li"
          padding="md"
          data-row={line.id}
          data-selected={isSelected(selection, line.id) || undefined}
        >
          <Group align="flex-start" wrap="nowrap" gap="sm">
            <Checkbox
              mt={2}
              aria-label={t('projectList.select', { name: line.reference ?? t('list.untitled') })}
              checked={isSelected(selection, line.id)}
              onChange={(event) => onSelect([line.id], event.currentTarget.checked)}
            />
            <Stack gap="xs" align="flex-start" style={{ minWidth: 0 }}>
              <ProjectName line={line} onOpen={onOpen} />
              <StageCell line={line} />
              <NextDeadline line={line} nowMs={nowMs} />
              <Text size="sm" className="wraps">
                {[
                  line.hostCountry === null ? undefined : countryName(line.hostCountry, i18n.language),
                  t('list.officer', { name: line.officerName ?? t('list.noOfficer') }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Stack>
          </Group>
        </Card>
      ))}
    </ul>
  );
}
