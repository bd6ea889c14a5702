import type { DocumentRef, Instant } from '@app/domain';

/** An entity a story is about. */
export interface StoryEntity {
  kind: 'project' | 'call';
  id: string;
}

/** A free text in a payload: the teller stores it and puts a reference in its place, or sends it as it is. */
export interface StoryText {
  text: string;
}

/** A command of a story, with texts marked. */
export interface StoryCommand {
  type: string;
  payload: Record<string, unknown>;
  reason?: string;
}

/** Marks a free text in a payload. */
export function text(content: string): StoryText {
  return { text: content };
}

/**
 * How a story becomes real: by people over HTTP in a rehearsal, or in the worker's own process for first data. Every act has its instant in the
 * entity's own time; a teller lets the clocks do what is due before it.
 * Each method throws when the act is refused: a story that is not legal must not go on.
 */
export interface Teller {
  /** Gives a command as the named player. */
  give: (by: string, entity: StoryEntity, command: StoryCommand, at: Instant) => Promise<void>;
  /** Creates a call; answers its id. */
  createCall: (by: string, payload: Record<string, unknown>, notices: Record<string, unknown>, at: Instant) => Promise<string>;
  /** Starts an application; answers the project's id. */
  startProject: (by: string, callId: string, at: Instant) => Promise<string>;
  /** Saves the application's draft; answers version and hash. */
  saveDraft: (by: string, projectId: string, content: Record<string, unknown>, at: Instant) => Promise<{ version: number; hash: string }>;
  /** Saves a report's draft; answers version and hash. */
  saveReport: (
    by: string,
    projectId: string,
    year: number,
    content: Record<string, unknown>,
    at: Instant,
  ) => Promise<{ version: number; hash: string }>;
  /** Stores a file of an entity. */
  upload: (by: string, entity: StoryEntity, type: string, language: string, at: Instant) => Promise<DocumentRef>;
  /** Confirms the latest open proposal of an entity as the second person. */
  confirm: (by: string, entity: StoryEntity, at: Instant) => Promise<void>;
  /** Reads every letter of a call that is held, and releases them together. */
  releaseLetters: (by: string, call: StoryEntity, at: Instant) => Promise<void>;
}

/** One act of a story at its instant. */
export interface Act {
  at: Instant;
  /** What happens, in words for logs. */
  what: string;
  tell: (teller: Teller) => Promise<void>;
}

/** Plays acts in order of time; acts of one instant in the order given. `before` says when to stop. */
export async function play(
  acts: readonly Act[],
  teller: Teller,
  before?: Instant,
  see: (act: Act) => void | Promise<void> = () => undefined,
): Promise<number> {
  const inOrder = [...acts]
    .map((act, index) => ({ act, index }))
    .sort((a, b) => (a.act.at < b.act.at ? -1 : a.act.at > b.act.at ? 1 : a.index - b.index));
  let told = 0;
  for (const { act } of inOrder) {
    if (before !== undefined && act.at >= before) break;
    await act.tell(teller);
    await see(act);
    told += 1;
  }
  return told;
}
