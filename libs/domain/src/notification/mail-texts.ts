/** Languages in which every mail has words of its own. */
export const mailLanguages = ['zh-CN', 'en'] as const;

/** A language in which every mail has words of its own. */
export type MailLanguage = (typeof mailLanguages)[number];

/** The words of one kind of mail in one language. Liquid over the mail's values; never HTML. */
export interface MailTexts {
  /** What it is about, for the subject; no end mark. */
  act: string;
  /** Paragraphs in the order in which they are read. */
  body: readonly string[];
}

/** The words of one kind of mail in both languages. */
export type MailTextPair = Record<MailLanguage, MailTexts>;

/** Words of a mail as they stand in force instead of those of the release. */
export interface ReleasedTexts {
  version: number;
  texts: MailTextPair;
}
