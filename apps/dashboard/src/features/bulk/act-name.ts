import type { TFunction } from 'i18next';
import type { BulkRun } from './api/bulk';
import { bulkCommands } from './wishes';

/** What a run does, in the words in which it was asked for; one that nobody asks for in the form is named as interventions are. */
export function actName({ command, label }: Pick<BulkRun, 'command' | 'label'>, t: TFunction): string {
  return (bulkCommands as readonly string[]).includes(command) ? t(`bulk.commands.${command}`) : label;
}
