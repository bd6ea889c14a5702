import { fillIn, type SpokenLanguage } from '../problem-sentences';
import { interventionWordsEn } from './intervention-words.en';
import type { InterventionWords } from './intervention-words-shape';
import { interventionWordsZhCn } from './intervention-words.zh-cn';

export type { InterventionColumn, InterventionWords } from './intervention-words-shape';

/** Words of the list of interventions, by language. */
export const interventionWords: Record<SpokenLanguage, InterventionWords> = { en: interventionWordsEn, 'zh-CN': interventionWordsZhCn };

/** What became of a proposal, in one phrase; `at` is an instant. */
export function proposalPhrase(
  is: keyof InterventionWords['proposals'],
  values: { by?: string; at?: string },
  language: SpokenLanguage,
): string {
  return fillIn(interventionWords[language].proposals[is], values, language);
}
