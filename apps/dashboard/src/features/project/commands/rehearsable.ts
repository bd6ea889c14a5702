import { commandNameOf } from '../../../lib/commands';
import type { ProjectDetail } from '../api/project';
import { projectFormOf } from '.';
import type { DraftName, Need } from './project-form';

/** Texts, files and plans of the original stand with the original: what needs them is not rehearsed, but for a report, which counts as written. */
const notRehearsed: ReadonlySet<Need> = new Set(['draft', 'forecast']);
const files: ReadonlySet<string> = new Set(['document', 'documents', 'language-documents']);

/** What can be done in a copy: commands of whoever acts that are possible now and whose form asks for nothing that only the original has. */
export function rehearsableCommands({ commands }: Pick<ProjectDetail, 'commands'>): string[] {
  const possible = commands.filter((one) => one.possible).map((one) => commandNameOf(one.type));
  return possible.filter((name) => {
    const form = projectFormOf(name);
    if (form === undefined || (form.needs ?? []).some((need) => notRehearsed.has(need))) return false;
    return !Object.values(form.fields).some((field) => files.has(field.kind));
  });
}

/** Reports that are open count as written in a copy. */
export function rehearsedReports({ reports }: Pick<ProjectDetail, 'reports'>): Record<string, DraftName> {
  const written = { version: 1, hash: '0'.repeat(64) };
  return Object.fromEntries(reports.filter((one) => one.state === 'open').map((one) => [String(one.year), written]));
}
