import { Button, Checkbox, Popover, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { columnsOf, listColumns, usualSort, withColumns, withFilter, type ListSearch } from '../list-state';

interface OptionsProps {
  search: ListSearch;
  /** Whether the list is a table now; cards have no columns. */
  asTable: boolean;
  onChange: (search: ListSearch) => void;
}

const sorts = ['-updated', 'deadline', 'since', 'title', 'reference', 'country', 'stage', 'officer'] as const;

/** Order, columns and density of the list. */
export function ViewOptions({ search, asTable, onChange }: OptionsProps) {
  const { t } = useTranslation();
  const sort = search.sort ?? usualSort;
  const known = (sorts as readonly string[]).includes(sort);
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
          {t('projectList.options')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('projectList.options')}>
        <Stack gap="sm">
          <Select
            label={t('list.sort')}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={[
              ...sorts.map((value) => ({ value, label: t(`projectList.sorts.${value}`) })),
              ...(known ? [] : [{ value: sort, label: t('projectList.sorts.other') }]),
            ]}
            value={sort}
            onChange={(value) => onChange(withFilter(search, 'sort', value === usualSort ? null : value))}
          />
          {asTable && (
            <>
              <Checkbox.Group
                label={t('projectList.columnsLabel')}
                value={columnsOf(search)}
                onChange={(columns) => onChange(withColumns(search, columns))}
              >
                <Stack gap={6} mt={6}>
                  {listColumns.map((column) => (
                    <Checkbox key={column} value={column} label={t(`projectList.columns.${column}`)} />
                  ))}
                </Stack>
              </Checkbox.Group>
              <div>
                <Text size="sm" fw={500} id="density-label">
                  {t('projectList.density')}
                </Text>
                <SegmentedControl
                  aria-labelledby="density-label"
                  data={['comfortable', 'compact'].map((value) => ({ value, label: t(`projectList.densities.${value}`) }))}
                  value={search.density === 'compact' ? 'compact' : 'comfortable'}
                  onChange={(value) => onChange(withFilter(search, 'density', value === 'compact' ? value : null))}
                />
              </div>
            </>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
