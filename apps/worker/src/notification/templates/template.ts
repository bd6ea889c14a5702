import type { NotificationIntent } from '@app/domain';
import type { SpokenLanguage } from '@app/platform';

/** The words of one kind of mail in one language. Liquid over the mail's values; never HTML. */
export interface TemplateTexts {
  /** What it is about, for the subject; no end mark. */
  act: string;
  /** Paragraphs in the order in which they are read. */
  body: readonly string[];
}

/** One kind of mail. Administrators may replace its texts; its facts and sample stay. */
export interface TemplateDefinition {
  /** Values shown as a table below the text, in this order; one that is absent is left out. */
  facts: readonly string[];
  /** Values the rule gives, as an example for preview and tests. */
  sample: NotificationIntent['values'];
  texts: Record<SpokenLanguage, TemplateTexts>;
}
