import {
  changesAddress,
  changesName,
  correctionNeedsSecond,
  registerFields,
  takenBack,
  type RegisterDifference,
  type RegisterField,
  type RegisterValues,
} from '@app/domain';
import type {
  ReachedMails,
  RegisterCorrection,
  RegisterKey,
  RegisterReach,
  RegisterRecord,
  StandsIn,
  TechnicalAct,
} from '@app/persistence';
import type { z } from 'zod';
import { proposalFor } from '../audit/draft-proposal';
import type { correctionPreview, registerEntry } from './corrections.schemas';

type Entry = z.output<typeof registerEntry>;
type Preview = z.output<typeof correctionPreview>;

/** What an entry is called, in the two scripts that every entry has. */
function namesOf({ values }: RegisterRecord): Pick<Entry, 'name' | 'otherName'> {
  return { name: text(values.nameZh ?? values.fullName), otherName: text(values.nameEn ?? values.latinName) };
}

function text(value: RegisterValues[RegisterField] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** An entry as its reader is told it. */
export function entryAnswer(
  { subject, id }: RegisterKey,
  record: RegisterRecord,
  { kept, projects, personId }: { kept: { correction: RegisterCorrection; act: TechnicalAct }[]; projects: StandsIn[]; personId: string },
): Entry {
  const corrections = kept.map(({ correction, act }) => ({
    ...proposalFor(act, { personId, editors: [], lacks: undefined }),
    changes: changesOf(correction),
    undoes: correction.undoes,
    mayUndo: correction.state === 'applied' && takenBack(correction, record.values) !== undefined,
  }));
  const waiting = corrections.find(({ state }) => state === 'proposed') ?? null;
  return {
    ...{ subject, id, rev: record.rev, projects: projects.map(placeOf), corrections, waiting, mayCorrect: waiting === null },
    ...namesOf(record),
    values: registerFields[subject].map((field) => ({
      ...{ field, value: record.values[field] ?? null },
      needsSecond: correctionNeedsSecond({ before: {}, after: { [field]: '' } }),
    })),
  };
}

/** What a correction would change, as its proposer is told it. */
export function previewAnswer(difference: RegisterDifference, reach: RegisterReach, whyNot: string | null): Preview {
  return {
    ...{ changes: changesOf(difference), needsSecond: correctionNeedsSecond(difference), whyNot },
    ...{ changesName: changesName(difference), changesAddress: changesAddress(difference) },
    ...{ projects: reach.projects.map(placeOf), ended: reach.ended, signed: reach.signed },
    ...{ waiting: mailsOf(reach.waiting), leaving: mailsOf(reach.leaving), letters: mailsOf(reach.letters) },
  };
}

function changesOf({ before, after }: RegisterDifference): Preview['changes'] {
  return (Object.keys(after) as RegisterField[]).map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}

function placeOf({ as, ...rest }: StandsIn): Entry['projects'][number] {
  return { ...rest, as: as as Entry['projects'][number]['as'] };
}

function mailsOf({ count, items }: ReachedMails): Preview['waiting'] {
  return {
    count,
    items: items.map(({ id, notification, reference, personName, sendAfter, doneAt }) => ({
      ...{ id, notification, reference, personName },
      at: (doneAt ?? sendAfter).toISOString(),
    })),
  };
}
