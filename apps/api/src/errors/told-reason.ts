import { groundSentence, policySource, type SpokenLanguage } from '@app/platform';
import type { RefusalReason } from './problem';

/** On what a refusal rests, with its articles in the reader's language. */
export type ToldReason = RefusalReason & { says: string };

/** Puts the articles of a refusal into the reader's language. */
export function toldReason({ policyValues, ...reason }: RefusalReason, language: SpokenLanguage): ToldReason {
  const told = { ...reason, says: groundSentence(reason.ground, language) };
  if (policyValues === undefined) return told;
  return { ...told, policyValues: policyValues.map((one) => ({ ...one, article: policySource(one.article, language) })) };
}
