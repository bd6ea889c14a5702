import { keepForm, openKept } from '../../components/command-form/kept-answers';
import type { ProjectDetail } from './api/project';
import { actsAmong } from './modify-acts';
import { mostActs, queueableCommands, type ThoughtAct } from './what-if-acts';

/** Whether a command can be put into the list of changes that the reader makes as one. */
export function mayWaitInList(project: Pick<ProjectDetail, 'commands'>, command: string): boolean {
  return queueableCommands(project).includes(command) && project.commands.some(({ type, possible }) => type === 'Modify' && possible);
}

/**
 * Puts an act behind those that wait in the form of several changes, where this person left it in this browser. Answers how many wait then; nothing where
 * no more fit.
 */
export function putInList({ id, rev }: Pick<ProjectDetail, 'id' | 'rev'>, act: ThoughtAct): number | undefined {
  const address = `/api/projects/${id}/commands/modify`;
  const { restored: _restored, ...kept } = openKept(address, {}, rev);
  const acts = [...actsAmong(kept.answers['acts']), act];
  if (acts.length > mostActs) return undefined;
  keepForm(address, {}, { ...kept, answers: { ...kept.answers, acts } });
  return acts.length;
}
