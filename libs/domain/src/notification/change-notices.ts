import { changeTypeRules } from '../project/amendment/change-types';
import type { AmendmentEvent } from '../project/amendment/amendment.events';
import type { ChangeSet } from '../project/amendment/change-set';
import { changesOf } from '../project/amendment/open-changes';
import type { ProjectState } from '../project/project.state';
import type { NotificationIntent } from './notification-kinds';
import { nobody, say, type Notices } from './project-notices';

function changesUnder(state: ProjectState, no: string): ChangeSet[] {
  return changesOf(state).filter((one) => one.no === no);
}

function isMajor({ types }: ChangeSet): boolean {
  return types.some((type) => changeTypeRules[type].weight === 'major');
}

/** What is told of a change's number; the mail's link leads to the page of changes. */
function about(event: { no: string; at: string }): { object: string; at: string; values: { changeNo: string } } {
  return { object: event.no, at: event.at, values: { changeNo: event.no } };
}

/** The letter that corrects what has left about the change that is taken back; none where nothing has. */
function correcting(
  { cannotTakeBack, inverseOf }: ChangeSet,
  state: ProjectState,
  about: { object: string; at: string; values: Record<string, string> },
): NotificationIntent[] {
  if (cannotTakeBack === undefined) return [];
  const sentOn = [...new Set(cannotTakeBack.map((one) => one.on))];
  return changesOf(state)
    .filter((one) => one.changeId === inverseOf)
    .flatMap((before) => {
      const values = { ...about.values, beforeNo: before.no, sentOn };
      return say(state, { ...about, kind: 'change-taken-back', class: 'letter', audience: 'mouSigning', values });
    });
}

/** The letter that says what is true from now on; and where mails about the change that is taken back have left, the letter that corrects them, held. */
function tookEffect(event: Extract<AmendmentEvent, { type: 'ChangeTookEffect' }>, state: ProjectState): NotificationIntent[] {
  // A correction has no legal effect and is told to nobody outside.
  if (event.kind === 'correction') return [];
  const { object, at } = about(event);
  const values = { changeNo: event.no, effectOn: event.effectOn };
  const letter = say(state, { kind: 'change-in-effect', class: 'letter', audience: 'mouSigning', object, at, values });
  return [...letter, ...changesUnder(state, event.no).flatMap((change) => correcting(change, state, { object, at, values }))];
}

/** What is told of amendments and corrections. */
export const changeNotices: { [T in AmendmentEvent['type']]: Notices<T> } = {
  ChangeProposed: (event, state) => {
    if (!changesUnder(state, event.no).some((one) => one.state === 'proposed')) return [];
    const audience = isMajor(event.change) ? 'head' : 'secretariat';
    return say(state, { kind: 'change-proposed', audience, ...about(event), except: [event.by], action: 'ApproveChange' });
  },
  ChangeApproved: (event, state) => {
    // What is in effect at once is told by the letter on its effect.
    if (!changesUnder(state, event.no).some((one) => one.state === 'approved')) return [];
    const telling = { audience: 'mouSigning', ...about(event), action: 'RecordAmendmentSignature' } as const;
    if (event.signatories.length > 0) return say(state, { kind: 'amendment-signing', ...telling });
    return say(state, { kind: 'change-approved', audience: 'work', ...about(event) });
  },
  ChangeReturned: (event, state) => say(state, { kind: 'change-returned', audience: 'work', ...decided(event) }),
  ChangeRejected: (event, state) => say(state, { kind: 'change-rejected', audience: 'work', ...decided(event) }),
  ChangeCancelled: nobody,
  AmendmentSigned: nobody,
  ChangeSettled: nobody,
  ChangeTookEffect: tookEffect,
  ChangeLapsed: (event, state) => say(state, { kind: 'change-lapsed', audience: 'work', ...about(event) }),
};

function decided(event: { no: string; at: string; reason: { textId: string } }): {
  object: string;
  at: string;
  values: Record<string, string>;
} {
  return { ...about(event), values: { changeNo: event.no, reasonTextId: event.reason.textId } };
}
