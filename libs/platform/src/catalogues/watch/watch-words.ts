import { fillIn, type SpokenLanguage } from '../problem-sentences';
import { watchWordsEn } from './watch-words.en';
import type { WatchTeller, WatchWords } from './watch-words-shape';
import { watchWordsZhCn } from './watch-words.zh-cn';

/** A mail in plain words. */
export interface PlainMail {
  subject: string;
  /** Its paragraphs in order. */
  lines: string[];
}

const words: Record<SpokenLanguage, WatchWords> = { en: watchWordsEn, 'zh-CN': watchWordsZhCn };

/** That the proof has stopped, in a reader's language: Chinese, and English for everybody else. `provedAt`: the last complete proof, if there was one. */
export function stoppedProofMail(
  readersLanguage: string,
  { name, provedAt, by, page }: { name: string; provedAt: Date | null; by: WatchTeller; page: string },
): PlainMail {
  const language: SpokenLanguage = readersLanguage.startsWith('zh') ? 'zh-CN' : 'en';
  const { stopped } = words[language];
  const lines = [
    stopped.greeting,
    provedAt === null ? stopped.never : stopped.last,
    stopped.by[by],
    stopped.next,
    stopped.page,
    stopped.once,
  ];
  const values = { name, page, ...(provedAt === null ? {} : { provedAt: provedAt.toISOString() }) };
  return { subject: stopped.subject, lines: lines.map((line) => fillIn(line, values, language)) };
}

/** The signed root of the ledger for one of its custodians; statement and signature stand in it as one block, to be copied as it is. */
export function signedRootMail(
  readersLanguage: string,
  { name, statement, signature, page }: { name: string; statement: string; signature: string; page: string },
): PlainMail {
  const language: SpokenLanguage = readersLanguage.startsWith('zh') ? 'zh-CN' : 'en';
  const { root } = words[language];
  const values = { name, page, madeAt: /made-at: (\S+)/.exec(statement)?.[1] ?? '' };
  const [greeting, what, keep, more] = [root.greeting, root.what, root.keep, root.page].map((line) => fillIn(line, values, language));
  const lines = [greeting, what, `${statement}\nsignature: ${signature}`, keep, more].filter((line) => line !== undefined);
  return { subject: fillIn(root.subject, values, language), lines };
}
