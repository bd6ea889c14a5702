import { useEffect, useState } from 'react';
import { sendCommand } from '../../lib/commands';
import { problemIn } from '../../lib/problem';
import { commandIdOf } from './command-id';
import type { Run } from './run-store';

/** What became of one project's reminder. */
export interface Outcome {
  project: Run['projects'][number];
  done: boolean;
  /** Why not, in the reader's language; empty when the server could not be reached. */
  sentence?: string;
}

const atOnce = 4;

async function remind({ id, year, reason }: Run, project: Run['projects'][number]): Promise<Outcome> {
  try {
    await sendCommand({
      address: `/api/projects/${project.id}/commands/send-now`,
      body: { rule: 'report', object: year, reason },
      commandId: await commandIdOf(id, project.id),
    });
    return { project, done: true };
  } catch (error) {
    return { project, done: false, sentence: problemIn(error)?.document.title ?? '' };
  }
}

/** Sends one command a project, a few at a time, and tells how far it is. Started again it sends the same commands, which are answered as before. */
export function useRun(run: Run): Outcome[] {
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  useEffect(() => {
    let stopped = false;
    const queue = [...run.projects];
    const lane = async (): Promise<void> => {
      for (let project = queue.shift(); project !== undefined && !stopped; project = queue.shift()) {
        const outcome = await remind(run, project);
        if (!stopped) setOutcomes((known) => [...known, outcome]);
      }
    };
    void Promise.all(Array.from({ length: atOnce }, lane));
    return () => {
      stopped = true;
      setOutcomes([]);
    };
  }, [run]);
  return outcomes;
}
