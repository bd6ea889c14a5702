/** Stages of a project, in order. */
export const stages = ['application', 'review', 'approval', 'mou', 'construction', 'annual-report', 'closed'] as const;

/** Countries of the programme. */
export const countries = ['CN', 'KH', 'LA', 'MM', 'TH', 'VN'] as const;

/** The text in the reader's language, else the other one, else nothing. */
export function inLanguage(zh: string | null | undefined, en: string | null | undefined, language: string): string | undefined {
  const [first, second] = language.startsWith('zh') ? [zh, en] : [en, zh];
  return first ?? second ?? undefined;
}
