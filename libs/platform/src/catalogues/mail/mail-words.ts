import type { SpokenLanguage } from '../problem-sentences';
import type { MailWords } from './mail-words-shape';
import { mailWordsEn } from './mail-words.en';
import { mailWordsZhCn } from './mail-words.zh-cn';

export type { LadderWords, MailWords } from './mail-words-shape';

/** The words of mails by language; a test compares their keys with each other and with the rules. */
export const mailWords: Record<SpokenLanguage, MailWords> = { en: mailWordsEn, 'zh-CN': mailWordsZhCn };
