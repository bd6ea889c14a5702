import type { SpokenLanguage } from '../problem-sentences';
import { exportWordsEn } from './export-words.en';
import type { ExportWords } from './export-words-shape';
import { exportWordsZhCn } from './export-words.zh-cn';

export type { ExportColumn, ExportWords } from './export-words-shape';

/** Words of exported tables, by language. */
export const exportWords: Record<SpokenLanguage, ExportWords> = { en: exportWordsEn, 'zh-CN': exportWordsZhCn };
