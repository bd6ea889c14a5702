import { changesOf, type ProjectState } from '@app/domain';
import { problemSentence, type SentenceValues, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import type { Names } from '../http/names';
import { nameOf } from './explain-event';
import type { previewAnswer } from './preview.schemas';
import type { Obstacle, PlayedChange } from './thought';

type Preview = z.output<typeof previewAnswer>;

/** What speaks against an act, in the reader's words with names instead of ids. */
export function conflictOf({ act, code, values }: Obstacle, names: Names, language: SpokenLanguage): Preview['conflicts'][number] {
  const said: SentenceValues = {};
  for (const [name, value] of Object.entries(values ?? {})) said[name] = typeof value === 'string' ? nameOf(value, names, language) : value;
  return { act, code, ...problemSentence(code, language, said) };
}

/** How a change came into effect, or how far it came: whose yes it takes. */
export function agreementOf(
  state: ProjectState,
  { act, changeId }: PlayedChange,
  names: Names,
  language: SpokenLanguage,
): Preview['agreements'] {
  return changesOf(state)
    .filter((one) => one.changeId === changeId)
    .map(({ no, kind, minutes, signatories, effectOn, state: stands }) => ({
      ...{ act, no, kind, minutes: minutes !== undefined },
      signatories: signatories.map((one) => nameOf(one, names, language)),
      effectOn: stands === 'in-effect' ? (effectOn ?? null) : null,
    }));
}
