import type { Sql } from '../sql';
import { gateOpen } from './desk-rows';

/**
 * What a mail waits for: an open gate, a person's release, a person's decision (nobody knows whether it arrived), the next try, the pause to change
 * one's mind, the reader's working hours or its date, or only the desk.
 */
export const waitReasons = ['gate', 'release', 'uncertain', 'retry', 'cool-off', 'window', 'desk'] as const;

/** What a mail waits for. */
export type WaitReason = (typeof waitReasons)[number];

/** The pause of the row `o` by the policy of its project `s` or call `c`. */
const coolOff = `(SELECT (v.content->'mail'->>'coolOff')::interval FROM policy_version v WHERE v.version = coalesce(s.policy_version, c.policy_version))`;
const dueByTime = `CASE WHEN o.room_id IS NULL THEN o.send_after <= clock_timestamp()
  ELSE o.send_after_virtual <= (SELECT r.room_now FROM room r WHERE r.id = o.room_id) END`;

/** What the row `o` waits for, as SQL; nothing for one that has left or is over. Its project is `s`, its call `c`. */
export const waitReasonOfRow = `CASE
  WHEN o.state = 'held' THEN 'release' WHEN o.state = 'uncertain' THEN 'uncertain' WHEN o.state IN ('claimed', 'sending') THEN 'desk'
  WHEN o.state <> 'created' THEN NULL
  WHEN NOT ${gateOpen} THEN 'gate'
  WHEN o.result->>'word' = 'uncertain' THEN 'uncertain'
  WHEN o.next_try_at > clock_timestamp() THEN 'retry'
  WHEN ${dueByTime} THEN 'desk'
  WHEN (o.class = 'letter' OR o.intent->>'direction' = 'now') AND clock_timestamp() < o.created_at + ${coolOff} THEN 'cool-off'
  ELSE 'window' END`;

/** How many mails wait for the same, by rule and by the reader's country. */
export interface WaitingMailCount {
  rule: string;
  country: string;
  reason: WaitReason;
  count: number;
  /** When the first of them was written. */
  since: Date;
}

/** What waits and why, the largest number first. Rehearsals count like the mail log shows them. */
export function waitingMailCounts(db: Sql): Promise<WaitingMailCount[]> {
  return db.query<WaitingMailCount[]>(
    `SELECT o.intent->>'rule' AS rule, p.country, ${waitReasonOfRow} AS reason, count(*)::int AS count, min(o.created_at) AS since
       FROM outbox o JOIN person p ON p.id = o.person_id
         LEFT JOIN project_summary s ON o.entity_kind = 'project' AND s.id = o.entity_id
         LEFT JOIN call_summary c ON o.entity_kind = 'call' AND c.id = o.entity_id
      WHERE o.kind = 'mail' AND o.state IN ('created', 'claimed', 'sending', 'held', 'uncertain')
      GROUP BY 1, 2, 3 ORDER BY count(*) DESC, 1, 2, 3`,
  );
}
