import {
  changesOf,
  formalZone,
  instantAt,
  isOpenChange,
  later,
  localDateOf,
  type Actor,
  type ChangeSet,
  type Instant,
  type ProjectCommand,
  type ProjectState,
} from '@app/domain';

/** Stands for whoever decides and records, who is not known yet. */
export const somebodyElse = '00000000-0000-7000-8000-000000000000';
const somePaper = { documentId: somebodyElse, sha256: '0'.repeat(64) };
const somePlace = { textId: somebodyElse, sha256: '0'.repeat(64) };
/** Clocks of projects are spread over some minutes. */
const spreadMs = 3_600_000;

/** What comes next of a change if everybody agrees: somebody's command, or a day to wait for. */
export type NextOfChange = { command: ProjectCommand; actor: Extract<Actor, { kind: 'person' }> } | { until: Instant };

const by = (role: 'SH' | 'CO'): Extract<Actor, { kind: 'person' }> => ({ kind: 'person', personId: somebodyElse, roles: [role] });

/** The next step of a change on its way into effect; nothing once it has arrived or cannot go on. */
export function nextOfChange(state: ProjectState, changeId: string, now: Instant): NextOfChange | undefined {
  const change = changesOf(state).find((one) => one.changeId === changeId);
  if (change === undefined || !isOpenChange(change)) return undefined;
  if (change.state === 'proposed') return { command: { type: 'ApproveChange', payload: { changeId } }, actor: by('SH') };
  if (change.effectOn !== undefined) return { until: later(instantAt(change.effectOn, '00:00', formalZone), spreadMs) };
  return nextSignature(state, change, now);
}

/** A command with the paper that it may carry, where it carries none; nothing where it takes none. */
export function withPaper(command: ProjectCommand): ProjectCommand | undefined {
  switch (command.type) {
    case 'ApproveChange':
      return command.payload.minutes === undefined ? { ...command, payload: { ...command.payload, minutes: somePaper } } : undefined;
    case 'ProposeChange':
    case 'UndoChange':
      return command.payload.document === undefined
        ? ({ ...command, payload: { ...command.payload, document: somePaper } } as ProjectCommand)
        : undefined;
    default:
      return undefined;
  }
}

/** The first party that has yet to sign; nothing where none has. */
export function nextToSign({ signatories, signatures }: ChangeSet): string | undefined {
  return signatories.find((id) => signatures.every((one) => one.organizationId !== id));
}

/** The first party that has not signed, by somebody who may sign for it. */
function nextSignature(state: ProjectState, change: ChangeSet, now: Instant): NextOfChange | undefined {
  const organizationId = nextToSign(change);
  const signer = state.contacts.find(
    (one) => one.organizationId === organizationId && (one.legalRepresentative || one.rights.includes('sign')),
  );
  if (organizationId === undefined || signer === undefined) return undefined;
  const payload = {
    ...{ changeId: change.changeId, organizationId, personId: signer.personId, capacity: '-' },
    ...{ signedOn: localDateOf(now, formalZone), place: somePlace, document: somePaper },
  };
  return { command: { type: 'RecordAmendmentSignature', payload }, actor: by('CO') };
}
