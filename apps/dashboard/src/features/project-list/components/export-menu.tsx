import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../../../components/export-menu';
import type { ExportQuery } from '../../../lib/export-table';

/** Takes the list or a selection of it away as a file. */
export function ProjectExportMenu({ query, count }: { query: ExportQuery; count: number }) {
  const { t } = useTranslation();
  return <ExportMenu path="/api/projects/export" query={query} label={t('projectList.export', { count })} disabled={count === 0} />;
}
