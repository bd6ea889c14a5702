import type { MailTextPair, NotificationIntent } from '@app/domain';

/** One kind of mail. Administrators may release other texts in place of these; its facts and sample stay. */
export interface TemplateDefinition {
  /** Values shown as a table below the text, in this order; one that is absent is left out. */
  facts: readonly string[];
  /** Values the rule gives, as an example for preview and tests. */
  sample: NotificationIntent['values'];
  texts: MailTextPair;
}
