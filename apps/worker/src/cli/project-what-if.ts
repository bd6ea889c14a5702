import { findProjectId } from '@app/persistence';
import type { Command } from 'commander';
import { byPerson } from './api-caller';
import { UsageError, type Cli } from './cli-tools';
import { previewText, type Preview } from './project-do';

/** `project what-if`: says what several acts would change, one after the other, as the page of the same name; nothing is written. */
export function addProjectWhatIf(project: Command, cli: Cli): void {
  const command = project
    .command('what-if')
    .description('say what several acts would change, one after the other, and write nothing')
    .argument('<project>', 'reference or id')
    .argument('<acts>', 'JSON: [{"command": "hold", "body": {...}, "afterDays": 30}, ...]; days after the act before it');
  byPerson<object>(command, cli, async (caller, _wish, [wanted = '', acts = '']) => {
    const body = { acts: actsIn(acts) };
    const id = await cli.onDatabase((db) => findProjectId(db, wanted));
    if (id === undefined) throw new UsageError(`There is no project ${wanted}.`);
    const preview = await caller.ask<Preview>('POST', `/api/projects/${id}/what-if`, { body });
    const answer = previewText(preview);
    return preview.refused === undefined
      ? answer
      : { ...answer, text: `Act ${preview.refused + 1} would be refused. ${answer.text ?? ''}` };
  });
}

function actsIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw new UsageError('The acts are no list in JSON.');
}
