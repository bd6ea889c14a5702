import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { downloadTable, exportForms, type ExportForm, type ExportQuery } from '../lib/export-table';
import { showProblem } from './show-problem';

interface ExportMenuProps {
  /** Route of the export. */
  path: string;
  query: ExportQuery;
  label: string;
  disabled?: boolean;
}

/** Takes a list, or a selection of it, away as a file. */
export function ExportMenu({ path, query, label, disabled = false }: ExportMenuProps) {
  const { t } = useTranslation();
  const download = useMutation({ mutationFn: (form: ExportForm) => downloadTable(path, form, query), onError: showProblem });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" loading={download.isPending} disabled={disabled} leftSection={<IconDownload size={16} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exportForms.map((form) => (
          <Menu.Item key={form} onClick={() => download.mutate(form)}>
            {t(`projectList.forms.${form}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
