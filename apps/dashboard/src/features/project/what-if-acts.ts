import type { ProjectDetail } from './api/project';
import { commandNameOf } from '../../lib/commands';

/** A command that is only thought of: its answers as its form keeps them, so many days after the act before it. */
export interface ThoughtAct {
  command: string;
  answers: Record<string, unknown>;
  afterDays: number;
}

/** Acts of people that move dates, whose answers need no drafts. */
const moving = ['Hold', 'Resume', 'ChangeDeadline', 'GrantExtension', 'Snooze', 'Rewind', 'AssignOfficer'];
/** Changes of the contract and of the record, thought of as agreed by everybody who has to; there are none before the MoU is in force. */
const changing = ['ProposeChange', 'UndoChange'];
/** What may be thought of: these, and the ends of a project, which are decisions of their own. */
const thinkable = [...moving, 'DecideTermination', 'ReinstateProject', 'UnWithdraw', ...changing];
/** What may be put in one queue of changes: these, and what is done to planned mails. */
const queueable = [...moving, 'SkipOccurrence', 'SendNow', 'PauseSeries', 'ResumeSeries', 'UndoIntervention'];
const known: ReadonlySet<string> = new Set([...thinkable, ...queueable].map(commandNameOf));

/** Most acts at once, as the API takes them. */
export const mostActs = 20;

type Acting = Pick<ProjectDetail, 'commands'> & Partial<Pick<ProjectDetail, 'changeable'>>;

function ownAmong(types: readonly string[], { commands, changeable = [] }: Acting): string[] {
  const mayChange = changeable.length > 0;
  const own = new Set(commands.map((one) => one.type).filter((type) => mayChange || !changing.includes(type)));
  return types.filter((type) => own.has(type)).map(commandNameOf);
}

/** The acts a reader may think of: those of his roles, also where they are possible only after another one. */
export function thinkableCommands(project: Acting): string[] {
  return ownAmong(thinkable, project);
}

/** The acts a reader may put in one queue of changes, also where they are possible only after another one. */
export function queueableCommands(project: Acting): string[] {
  return ownAmong(queueable, project);
}

/** Whether a kept or given value is an act. */
export function isThoughtAct(value: unknown): value is ThoughtAct {
  if (typeof value !== 'object' || value === null) return false;
  const { command, answers, afterDays } = value as Partial<ThoughtAct>;
  const isAnswers = typeof answers === 'object' && !Array.isArray(answers);
  const isWait = Number.isInteger(afterDays) && Number(afterDays) >= 0 && Number(afterDays) <= 3_650;
  return typeof command === 'string' && known.has(command) && isAnswers && isWait;
}

/** Reads acts from an address, where they stand as JSON; what is none is left out. */
export function actsIn(text: unknown): ThoughtAct[] {
  if (typeof text !== 'string') return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isThoughtAct).slice(0, mostActs) : [];
  } catch {
    return [];
  }
}

/** Acts as they stand in an address, without the names of people: the page looks them up again by their ids. */
export function actsText(acts: readonly ThoughtAct[]): string {
  return JSON.stringify(acts, (key, value: unknown) => (key === 'said' ? undefined : value));
}
