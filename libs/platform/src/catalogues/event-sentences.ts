import { eventsEn } from './events.en';
import { eventsZhCn } from './events.zh-cn';
import { fillIn, type SentenceValues, type SpokenLanguage } from './problem-sentences';

/** Sentences of events by language; a test compares their types with the events of the ledger. */
export const eventCatalogues: Record<SpokenLanguage, Record<string, string>> = { en: eventsEn, 'zh-CN': eventsZhCn };

/** What an event means to a reader. The name of a type without a sentence stands for itself. */
export function eventSentence(type: string, language: SpokenLanguage, values: SentenceValues): string {
  const sentence = eventCatalogues[language][type];
  return sentence === undefined ? type : fillIn(sentence, values, language);
}
