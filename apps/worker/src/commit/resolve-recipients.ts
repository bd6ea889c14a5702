import { resolveRecipients, sendTime, type Instant, type NotificationIntent, type Recipient } from '@app/domain';
import { directoryFor } from '@app/persistence';
import { RuleFailure } from '../activity-failures';
import type { CommitSession, Setting } from './commit-session';
import type { AnyEvent } from './deciders';

/** One person to be told of one thing, under the key that makes the mail single. */
export interface Told {
  intent: NotificationIntent;
  recipient: Recipient;
  /** Earliest instant the mail may leave, in the entity's own time. */
  sendAt: Instant;
  key: string;
}

/** Who is told of these events today, and from when on: roles become people by the directory read in this transaction. */
export async function recipientsOf(session: CommitSession, events: AnyEvent[], setting: Setting, at: Instant): Promise<Told[]> {
  const { rules, entity, tx } = session;
  const { state } = session.standing;
  if (state === undefined) return [];
  const intents = guarded('notifications', () => events.flatMap((event) => rules.notifications(event, state, setting.policy)));
  if (intents.length === 0) return [];
  const directory = await directoryFor(tx, state, intents);
  return guarded('recipients', () =>
    intents.flatMap((intent) =>
      resolveRecipients(intent, state, directory).map((recipient) => ({
        intent,
        recipient,
        sendAt: sendTime(intent, recipient, at, setting.policy, setting.calendars),
        key: `${entity.kind}/${entity.id}/${intent.rule}/${intent.object}/${intent.step}/${intent.series}/${recipient.personId}`,
      })),
    ),
  );
}

function guarded<T>(step: string, rule: () => T): T {
  try {
    return rule();
  } catch (error) {
    throw new RuleFailure(step, error);
  }
}
