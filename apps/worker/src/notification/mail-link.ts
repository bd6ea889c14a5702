import { fixedByObject } from '@app/domain';
import type { ClaimedMail, NewMailLink } from '@app/persistence';

/** Page of an entity in the dashboard. */
export function pageOf({ kind, id }: ClaimedMail['entity']): string {
  return kind === 'project' ? `/projects/${id}` : `/calls/${id}`;
}

/** The link for the command a mail asks its reader for, with what of it is fixed; none for copies and for mails that only tell. */
export function linkOf(mail: Pick<ClaimedMail, 'intent' | 'copy' | 'personId' | 'entity'>): NewMailLink | undefined {
  const { action } = mail.intent;
  if (mail.copy || action === undefined) return undefined;
  return { personId: mail.personId, entity: mail.entity, commandType: action, payload: fixedPart(action, mail.intent) };
}

/** What of the command the mail already says: which proposal, year, milestone or party. */
function fixedPart(action: string, { object, values, owner }: ClaimedMail['intent']): Record<string, unknown> {
  return fixedByObject(action, String(values['year'] ?? values['milestone'] ?? object), owner?.organizationId);
}
