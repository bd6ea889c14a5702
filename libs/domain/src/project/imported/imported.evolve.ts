import { closeAs, firstProjectState } from '../first-state';
import type { ProjectState } from '../project.state';
import type { ImportedEvent } from './imported.events';

/** The state of a project that was imported as closed: what its sources tell, and the mark that nothing else is documented. */
export function evolveImported(event: ImportedEvent): ProjectState {
  const { reference, hostCountry, parties, standards, facts, importedBy, at } = event;
  const first = firstProjectState({ ...event, startedBy: importedBy });
  return {
    ...closeAs(first, event.outcome, at),
    projectRef: reference,
    hostCountry,
    parties,
    imported: { importedAt: at, standards, facts },
  };
}
