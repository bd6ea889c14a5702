import type { WatchFinding } from './api/watchdog';

/** Where somebody goes to put a finding right. */
export interface NextAction {
  to: string;
  search?: Record<string, string>;
  /** Key of the button's words. */
  words: 'repair' | 'outbox' | 'mails' | 'ledger';
}

const repair = ({ entityKind, entityId }: AboutEntity): NextAction => ({
  to: '/administration/repair',
  search: entityKind === null || entityId === null ? {} : { kind: entityKind, entity: entityId },
  words: 'repair',
});
const outbox = (): NextAction => ({ to: '/administration/outbox', words: 'outbox' });
const mails = (): NextAction => ({ to: '/mails', words: 'mails' });
const onTheServer = (): undefined => undefined;

type AboutEntity = Pick<WatchFinding, 'entityKind' | 'entityId'>;

const actions: Record<WatchFinding['kind'], (about: AboutEntity) => NextAction | undefined> = {
  OCCURRENCE_MISSED: repair,
  WAKE_MISSED: repair,
  VIEW_BEHIND: repair,
  LEDGER_BEHIND: repair,
  SHELL_MISSING: repair,
  OUTBOX_UNCLAIMED: outbox,
  CLAIM_EXPIRED: outbox,
  // One that neither outbox nor mails know is found again from the engine's histories.
  MAIL_UNRECORDED: (about) => (about.entityId === null ? repair(about) : mails()),
  RECORD_WITHOUT_MAIL: mails,
  LEDGER_BROKEN: () => ({ to: '/administration/ledger', words: 'ledger' }),
  ROOT_CONTRADICTED: () => ({ to: '/administration/ledger', words: 'ledger' }),
  SUMMARY_DIFFERS: onTheServer,
  // The ledger knows nothing of it, so the repair console neither.
  WORKFLOW_ORPHANED: onTheServer,
  WORKER_ABSENT: onTheServer,
  CALENDAR_MISSING: onTheServer,
  CLOCK_STOOD: onTheServer,
};

/** The fitting next step of a finding; nothing where it can only be done on the server itself: the sentence says how. */
export function nextActionOf(finding: Pick<WatchFinding, 'kind' | 'entityKind' | 'entityId'>): NextAction | undefined {
  return actions[finding.kind](finding);
}
