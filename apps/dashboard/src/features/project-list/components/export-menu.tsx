import { Button, Menu } from '@mantine/core';

import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { showProblem } from '../../../components/show-problem';
import { downloadProjects, exportForms, type ExportForm, type ExportQuery } from '../api/projects';

/** Takes the list or a selection of it away as a file. */
export function ExportMenu({ query, count }: { query: ExportQuery; count: number }) {
  const { t } = useTranslation();
  const download = useMutation({
    mutationFn: (form: ExportForm) => downloadProjects(form, query),
    onError: showProblem,
  });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" loading={download.isPending} disabled={count === 0} leftSection={<IconDownload size={16} aria-hidden />}>
          {t('projectList.export', { count })}
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
