import type { ProjectCommandName } from '../../lib/commands';
import type { Entry, Intervention, Possible, Series } from './entries';

/** What the page offers to do: the words for it, the command behind it, and its content without the reason. */
export interface Act {
  /** Key of its words in the catalogue. */
  words: 'skip' | 'send' | 'remind' | 'snooze' | 'pause' | 'resume' | 'undo';
  command: ProjectCommandName;
  body: Record<string, unknown>;
  /** What it is about, in words. */
  about: string;
  /** Asks by how many working days. */
  asksDays: boolean;
  possible: boolean;
  sentence: string | undefined;
  because: Possible['because'];
}

function named(possible: Possible[], command: Possible['command'], act: Pick<Act, 'words' | 'command' | 'body' | 'about'>): Act[] {
  const found = possible.find((one) => one.command === command);
  if (found === undefined) return [];
  const { possible: isPossible, sentence, because } = found;
  return [{ ...act, asksDays: act.words === 'snooze', possible: isPossible, sentence, because }];
}

/** What may be done to one planned mail. */
export function actsOnEntry({ rule, object, step, series, possible }: Entry, about: string): Act[] {
  return [
    ...named(possible, 'SkipOccurrence', { words: 'skip', command: 'skip-occurrence', body: { rule, object, step, series }, about }),
    ...named(possible, 'SendNow', { words: 'send', command: 'send-now', body: { rule, object, step }, about }),
  ];
}

/** What may be done to all mails of one deadline. */
export function actsOnSeries({ rule, object, possible, paused }: Series, about: string): Act[] {
  const body = { rule, object };
  return [
    ...named(possible, 'SendNow', { words: 'remind', command: 'send-now', body, about }),
    ...named(possible, 'Snooze', { words: 'snooze', command: 'snooze', body, about }),
    ...(paused
      ? named(possible, 'ResumeSeries', { words: 'resume', command: 'resume-series', body, about })
      : named(possible, 'PauseSeries', { words: 'pause', command: 'pause-series', body, about })),
  ];
}

/** How something done by hand is taken back. */
export function actOfUndo({ interventionId, possible }: Intervention, about: string): Act[] {
  return named(possible, 'UndoIntervention', { words: 'undo', command: 'undo-intervention', body: { interventionId }, about });
}
