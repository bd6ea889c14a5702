import { projectSorts } from '@app/persistence';
import { z } from 'zod';
import { projectFilterFields } from '../project/project-list.schemas';
import { listColumns } from './project-columns';

/** What is exported: the list's filters and order, its columns, and the form of the file. */
export const projectExportQuery = z.strictObject({
  ...projectFilterFields,
  sort: z.enum(projectSorts).default('-updated'),
  format: z.enum(['csv', 'xlsx']),
  columns: z
    .string()
    .max(400)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(listColumns)).min(1).max(listColumns.length))
    .optional(),
  bom: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .meta({ description: 'Begins a CSV with a byte order mark, by which some spreadsheets know UTF-8' }),
});
