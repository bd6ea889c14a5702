import { closeAs, endedFromOf, moveTo } from '../first-state';
import type { ProjectState } from '../project.state';
import type { ApplicationEvent } from './application.events';

/** What happens to an application after its start. */
export type StartedApplicationEvent = Exclude<ApplicationEvent, { type: 'ApplicationStarted' }>;

/** Copies the facts of an application event into the state. */
export function evolveApplication(state: ProjectState, event: StartedApplicationEvent): ProjectState {
  switch (event.type) {
    case 'ApplicationSubmitted':
      return moveTo(
        {
          ...state,
          applicationRef: event.applicationRef,
          submissions: [...state.submissions, event.submission],
          parties: event.parties,
          contacts: event.contacts,
          hostCountry: event.hostCountry,
          fieldCode: event.fieldCode,
          type: event.projectType,
          durationMonths: event.durationMonths,
          ...(event.projectType === 'centre-candidate' ? { demonstrationCentre: 'candidate' as const } : {}),
        },
        'application',
        'submitted',
        event.at,
      );
    case 'ApplicationWithdrawn':
      return { ...closeAs(state, 'withdrawn', event.at), endedFrom: endedFromOf(state) };
    case 'ApplicationFrozen':
      return moveTo({ ...state, frozenAt: event.closedAt }, 'review', 'checking', event.at);
    case 'DraftExpired':
      return closeAs({ ...state, frozenAt: event.closedAt }, 'not-submitted', event.at);
  }
}
